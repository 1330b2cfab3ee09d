from django import forms

from versions.content import content_of, fingerprint
from versions.models import Version


class VersionedForm(forms.ModelForm):
    """Knows what the thing held when the page was opened, and stops a save over what somebody has saved since."""

    began_from = forms.CharField(required=False, widget=forms.HiddenInput)
    keep_mine = forms.CharField(required=False, widget=forms.HiddenInput)

    rows = ()  # both set by VersionedAdmin.get_form on the class that it makes for a request
    user = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.overtaken = None
        if self.instance.pk:
            self.initial["began_from"] = self.stands

    @property
    def stands(self):
        return fingerprint(content_of(self.instance, self.rows))

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk:
            return cleaned
        stands = self.stands
        if stands not in {cleaned.get("began_from"), cleaned.get("keep_mine")}:
            content = content_of(self.instance, self.rows)
            newest = Version.objects.of(self.instance).select_related("by").first()
            by = newest if newest and newest.content == content else Version.keep(self.instance, content, by=None)
            self.overtaken = {"version": by, "stands": stands, "by_you": by.by is not None and by.by == self.user}
            raise forms.ValidationError(
                "%(who)s saved this while you were writing, so what you wrote has not been saved yet. It is all still "
                "here. Compare it with theirs, then save yours on top: theirs stays in the history.",
                code="overtaken",
                params={"who": by.who},
            )
        return cleaned
