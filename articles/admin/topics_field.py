from django import forms

LONGEST = 100


class TopicsField(forms.CharField):
    """Names separated by commas, and by nothing else: “Fish prices” is one topic. Gives a list, each name once."""

    def prepare_value(self, value):
        return value if isinstance(value, str) else ", ".join(topic.name for topic in value or [])

    def clean(self, value):
        names = {}
        for name in super().clean(value).split(","):
            name = " ".join(name.split())
            if len(name) > LONGEST:
                raise forms.ValidationError(f"“{name[:40]}…” is longer than {LONGEST} characters. Is a comma missing?")
            if name:
                names.setdefault(name.casefold(), name)
        return list(names.values())
