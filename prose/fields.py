from django.db import models

from prose.cleaning import clean
from prose.editor import EditorField
from prose.rules import RULES


class ProseField(models.TextField):
    """HTML that is clean by the named rules of `prose.rules` whenever it is written to the database.

    Cleaning happens in `pre_save`, so no way in (form, import, command, shell) can go round it;
    only `QuerySet.update()` and raw SQL do, and nothing in this project writes prose with them.
    """

    def __init__(self, *args, rules="story", **kwargs):
        self.rules = rules
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs["rules"] = self.rules
        return name, path, args, kwargs

    def pre_save(self, model_instance, add):
        cleaned = clean(getattr(model_instance, self.attname) or "", RULES[self.rules])
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def formfield(self, **kwargs):
        # Django's admin would put its own textarea here; the editor brings its own widget.
        kwargs.pop("widget", None)
        editor = {"form_class": EditorField, "rules": RULES[self.rules], "toolbar": self.rules}
        return super().formfield(**{**kwargs, **editor})
