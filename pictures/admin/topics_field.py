from django import forms

from pictures.filling import LONGEST_TOPIC


class TopicNamesField(forms.CharField):
    """Names with commas between, and with nothing else: “Fish prices” is one topic. Gives a list, each name once."""

    longest, too_long = LONGEST_TOPIC, "“{}…” is longer than {} characters."

    def clean(self, value):
        names = {}
        for name in super().clean(value).split(","):
            name = " ".join(name.split())
            if len(name) > self.longest:
                raise forms.ValidationError(self.too_long.format(name[:40], self.longest))
            if name:
                names.setdefault(name.casefold(), name)
        return list(names.values())
