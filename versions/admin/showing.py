"""A version in words that a person reads."""

from dataclasses import dataclass

from django.utils.text import capfirst

from prose.fields import ProseField
from prose.rendering import render
from versions.content import editable_fields


@dataclass(frozen=True)
class Line:
    """One field of a thing: what it held then and what it holds now, each a text, or cleaned HTML for prose."""

    name: str
    label: str
    then: str
    now: str
    is_prose: bool
    differs: bool


def lines(admin, then, now):
    """A `Line` for each field and for each kind of row."""
    told = []
    for field in editable_fields(admin.model):
        values = [content.get(field.name) for content in (then, now)]
        said = [_said(field, value) for value in values]
        told.append(Line(field.name, _label(field), *said, isinstance(field, ProseField), values[0] != values[1]))
    for name in admin.rows:
        values = [content.get(name, []) for content in (then, now)]
        said = ["\n".join(_said_row(row) for row in rows) for rows in values]
        told.append(Line(name, capfirst(name.replace("_", " ")), *said, is_prose=False, differs=values[0] != values[1]))
    return told


def changed_names(admin, before, after):
    """The labels of what differs between two contents."""
    labels = {field.name: _label(field) for field in editable_fields(admin.model)}
    labels |= {name: capfirst(name.replace("_", " ")) for name in admin.rows}
    return [label for name, label in labels.items() if before.get(name) != after.get(name)]


def _label(field):
    return capfirst(field.verbose_name)


def _said(field, value):
    if value in (None, ""):
        return ""
    if isinstance(field, ProseField):
        return render(value, {})
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.is_relation:
        return str(field.related_model._base_manager.filter(pk=value).first() or "no longer there")
    return str(dict(field.flatchoices).get(value, value))


def _said_row(row):
    return " · ".join(str(value) for name, value in row.items() if name != "position" and value not in (None, ""))
