from django import forms

from pictures.filling import LONGEST_TOPIC


class TopicNamesField(forms.CharField):
    """Names with commas between, and with nothing else: “Fish prices” is one topic. Gives a list, each name once."""

    def clean(self, value):
        names = {}
        for name in super().clean(value).split(","):
            name = " ".join(name.split())
            if len(name) > LONGEST_TOPIC:
                raise forms.ValidationError(f"“{name[:40]}…” is longer than {LONGEST_TOPIC} characters.")
            if name:
                names.setdefault(name.casefold(), name)
        return list(names.values())
