"""What a thing holds, as a mapping that JSON can carry: its editable fields, and the rows that are edited with it."""

import hashlib
import json


def content_of(thing, rows=()):
    """Field name → value; and for each name in `rows`, a related manager, a list of such mappings, in their order."""
    content = {field.name: _value(field, thing) for field in editable_fields(type(thing))}
    for name in rows:
        parent = getattr(type(thing), name).rel.field
        content[name] = [content_of_row(row, parent) for row in getattr(thing, name).all()]
    return content


def content_of_row(row, parent):
    return {field.name: _value(field, row) for field in editable_fields(type(row)) if field != parent}


def editable_fields(model):
    return [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]


def fingerprint(content):
    """The same for the same content, and for no other: SHA-256 in hexadecimal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _value(field, thing):
    return field.get_prep_value(field.value_from_object(thing))
