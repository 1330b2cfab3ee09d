"""Giving a thing what it held before."""

from django.core.exceptions import ValidationError

from versions.content import editable_fields


def lay_over(thing, content, fields):
    """Set those of `fields` (names) that `content` has on `thing`, unsaved, as they were. Returns the verbose names of
    those that could not be: what they pointed to is gone.
    """
    gone = []
    for field in editable_fields(type(thing)):
        if field.name not in fields or field.name not in content:
            continue
        value = content[field.name]
        if value is not None and field.is_relation and not field.related_model._base_manager.filter(pk=value).exists():
            gone.append(field.verbose_name)
        else:
            setattr(thing, field.attname, value)
    return gone


def put_rows_back(thing, name, rows):
    """Make the related rows under `name` what they were. `ValidationError` where one is no longer allowed."""
    manager = getattr(thing, name)
    manager.all().delete()
    for row in rows:
        made = manager.model(**{manager.field.name: thing})
        if lay_over(made, row, set(row)):
            raise ValidationError("What a row pointed to is gone.")
        made.full_clean()
        made.save()
