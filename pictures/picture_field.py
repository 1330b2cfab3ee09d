"""A form's field for one picture of the library: its number, which a script turns into the picture and a dialog."""

from django import forms
from django.forms import Script
from django.template.loader import render_to_string

from pictures.models import Picture
from pictures.state_words import cautions


class PictureInput(forms.NumberInput):
    """Without a script, the number that stands in the address of the picture's page."""

    def __init__(self, attrs=None):
        super().__init__({"min": 1, "class": "picture-field__number", **(attrs or {})})

    @property
    def media(self):
        return forms.Media(
            css={"all": ["pictures/picker.css", "pictures/picture-field.css"]},
            js=[Script(f"pictures/{name}.js", type="module") for name in ("picker", "picture-field")],
        )

    def render(self, name, value, attrs=None, renderer=None):
        picture = Picture.objects.filter(pk=value).first() if str(value or "").isdecimal() else None
        context = {
            "input": super().render(name, value, attrs, renderer),
            "picture": picture,
            "cautions": cautions(picture) if picture else [],
        }
        return render_to_string("pictures/picture_input.html", context)


def picture_formfield(db_field, **kwargs):
    """The form field of a foreign key to Picture."""
    kwargs["widget"] = PictureInput()
    return db_field.formfield(**kwargs)
