"""The page on which another file is put in the place of a picture's own, and what it shows of a file beforehand."""

from base64 import b64encode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format

from pictures.apart.asking import ask
from pictures.apart.limits import DRAWING_ONE
from pictures.arrival import TEXTS, measure
from pictures.decoding import UnreadableError
from pictures.filling import TOPICS
from pictures.forms import ACCEPTED
from pictures.models import Picture, SourceType
from pictures.replacement import refuse_file_of_another, replace_file
from pictures.uses import uses_of

PREVIEW_WIDTH = 640


class ReplacementForm(forms.Form):
    """The new file, and of what it tells the fields that are to be written over."""

    file = forms.FileField(
        label="New file",
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
        help_text="Readers see it instead of the old one from their next request on, in every story. "
        "The old file is kept, for the desk alone.",
    )
    take = forms.MultipleChoiceField(
        required=False,
        choices=[(name, name) for name in (*TEXTS, TOPICS)],
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args, picture, **kwargs):
        super().__init__(*args, **kwargs)
        self.picture, self.measured = picture, None

    def clean_file(self):
        file = self.cleaned_data["file"]
        self.measured = measure(file)
        refuse_file_of_another(self.picture, file, self.measured)
        if self.measured.digest == self.picture.digest:
            raise ValidationError(f"“{file.name}” is the file that this picture has already. Choose another.")
        return file


def replace_page(admin, request, picture):
    form = ReplacementForm(request.POST or None, request.FILES or None, picture=picture)
    if request.method == "POST" and form.is_valid():
        try:
            replace_file(
                picture,
                form.cleaned_data["file"],
                by=request.user,
                measured=form.measured,
                take=form.cleaned_data["take"],
            )
        except ValidationError as error:
            form.add_error("file", error)
        else:
            messages.success(
                request,
                "The file is replaced. Caption, credit and focal point are as they were: please look them over.",
            )
            return redirect("admin:pictures_picture_change", picture.pk)
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Replace the file of “{picture}”",
        "picture": picture,
        "uses": uses_of(picture, request.user),
        "former_files": picture.former_files.select_related("replaced_by"),
        "form": form,
        "opts": admin.opts,
    }
    return render(request, "admin/pictures/picture/replace.html", context)


def look_at_replacement(request, picture):
    """400 and the file's mistake; or its size, a small copy as `preview`, and what it `told` beside what stands."""
    form = ReplacementForm(request.POST, request.FILES, picture=picture)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    measured = form.measured
    try:
        preview = _preview(form.cleaned_data["file"], measured)
    except UnreadableError:
        preview = ""  # it can be replaced all the same
    return JsonResponse(
        {
            "size": f"{measured.width} × {measured.height}",
            "preview": preview,
            "told": [_beside(picture, name, *filling) for name, filling in measured.told.items()],
        }
    )


def _preview(file, measured):
    width = min(PREVIEW_WIDTH, measured.width)
    size = [width, max(1, round(width * measured.height / measured.width))]
    order = {"size": size, "format": "jpg", "shape": None, "at": None}
    ((_, data),) = ask("draw", file, DRAWING_ONE, size=[measured.width, measured.height], orders=[order])
    return f"data:image/jpeg;base64,{b64encode(data).decode()}"


def _beside(picture, name, value, origin):
    stands = list(picture.topics.names()) if name == TOPICS else getattr(picture, name)
    return {
        "name": name,
        "label": str(Picture._meta.get_field(name).verbose_name),
        "told": _in_words(name, value),
        "stands": _in_words(name, stands) if stands else "",
        "from": origin,
    }


def _in_words(name, value):
    match name:
        case "topics":
            return ", ".join(value)
        case "taken_at":
            return date_format(timezone.localtime(value), "j F Y, H:i")
        case "source_type":
            return str(SourceType(value).label)
    return str(value)
