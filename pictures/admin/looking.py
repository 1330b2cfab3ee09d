"""What the desk shows of a file before it is saved, in JSON: what it tells, and what is here that looks like it."""

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone

from pictures.admin.picker import described
from pictures.filling import TOPICS
from pictures.forms import LookForm
from pictures.near_copy import statement_about


def look_at(request):
    """400 and the file's mistake; or `known` or `alike`, and `told`: input's name → its value, and `from`."""
    form = LookForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    measured = form.measured
    known = measured.known
    return JsonResponse(
        {
            "known": known and here(known),
            "alike": [] if known else [here(picture) for picture in measured.alike],
            "told": {} if known else inputs(measured.told),
            "from": {} if known else {name: origin for name, (_, origin) in measured.told.items()},
        }
    )


def here(picture):
    """A picture of the library as the answer to one that is about to be saved."""
    address = reverse("admin:pictures_picture_change", args=[picture.pk])
    return described(picture) | {"said": statement_about(picture), "address": address}


def inputs(told):
    """Input's name → value, as the form of a picture has them."""
    values = {}
    for name, (value, _) in told.items():
        match name:
            case "taken_at":
                moment = timezone.localtime(value)
                values |= {"taken_at_0": f"{moment:%Y-%m-%d}", "taken_at_1": f"{moment:%H:%M:%S}"}
            case "topics":
                values[TOPICS] = ", ".join(f'"{topic}"' if {",", " "} & set(topic) else topic for topic in value)
            case _:
                values[name] = str(value)
    return values
