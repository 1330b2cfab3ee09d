from django import forms

from pictures.arrival import TEXTS, arrive, measure
from pictures.filling import TOPICS
from pictures.kinds import TAKEN
from pictures.models import Picture
from pictures.near_copy import question_about

ACCEPTED = [f"image/{kind}" for kind in ("jpeg", "png", "webp", "avif", "heic", "heif", "gif", "tiff")]


class ArrivalForm(forms.ModelForm):
    """A new picture: its file, and what is known of it."""

    file = forms.FileField(
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
        help_text=f"{TAKEN}, as large as you have it. It is kept as it came; "
        "readers get smaller copies without its metadata.",
    )
    is_another = forms.BooleanField(label="Save this one too", required=False, widget=forms.HiddenInput)
    was_looked_at = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Picture
        fields = [*TEXTS, "is_decorative", TOPICS]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text += " Left empty, it is the headline in the file, or the file's name."
        self.measured, self.known, self.alike = None, None, []

    def clean_file(self):
        file = self.cleaned_data["file"]
        self.measured = measure(file)
        self.known = self.measured.known
        return file

    def clean(self):
        """Ask before a near copy is saved. Who says that it is another is believed."""
        cleaned = super().clean()
        if self.measured and not self.known and not cleaned.get("is_another"):
            self.alike = self.measured.alike
        if self.alike:
            self.fields["is_another"].widget = forms.CheckboxInput()
            self.add_error("file", forms.ValidationError(question_about(self.alike[0]), code="alike"))
        return cleaned

    def arrive(self, by):
        """The picture. Whoever saw in the fields what the file tells, and left one empty, wants it empty."""
        texts = {name: self.cleaned_data[name] for name in (*TEXTS, "is_decorative", TOPICS)}
        keep_empty = self._shown() if self.cleaned_data["was_looked_at"] else ()
        return arrive(self.cleaned_data["file"], by=by, measured=self.measured, keep_empty=keep_empty, **texts)

    def _shown(self):
        """The fields that the sender's form has; the editor's dialog has few."""
        return {name.removesuffix("_0") for name in self.data}


class LookForm(forms.Form):
    """A file that somebody chose and has not sent yet."""

    file = forms.FileField()

    def clean_file(self):
        self.measured = measure(self.cleaned_data["file"])
        return self.cleaned_data["file"]
