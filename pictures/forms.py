from django import forms

from pictures.arrival import TEXTS, arrive, measure
from pictures.models import Picture

ACCEPTED = [f"image/{kind}" for kind in ("jpeg", "png", "webp", "avif", "gif", "tiff")]


class ArrivalForm(forms.ModelForm):
    """A new picture: its file, and what is known of it."""

    file = forms.FileField(
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
        help_text="JPEG, PNG, WebP, AVIF, GIF or TIFF, as large as you have it. It is kept as it came; "
        "readers get smaller copies without its metadata.",
    )

    class Meta:
        model = Picture
        fields = [*TEXTS, "is_decorative", "topics"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text += " Left empty, it is the file's name."
        self.measured = None
        self.is_known = False

    def clean_file(self):
        file = self.cleaned_data["file"]
        self.measured = measure(file)
        self.is_known = Picture.objects.filter(digest=self.measured.digest).exists()
        return file

    def arrive(self, by):
        texts = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return arrive(self.cleaned_data["file"], by=by, measured=self.measured, **texts)
