"""What the picture dialog asks for, in JSON."""

import re

from django.http import JsonResponse

from pictures.admin.question import place_of
from pictures.forms import ArrivalForm
from pictures.models import Picture
from pictures.near_copy import known_as, statement_about
from pictures.state_words import cautions

AT_ONCE, AT_ONCE_BY_NUMBER = 24, 100
NUMBER = re.compile("[1-9][0-9]{0,8}")


def described(picture):
    return {
        "id": picture.pk,
        "title": picture.title,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "thumbnail": picture.square,
        "width": picture.width,
        "height": picture.height,
        "cautions": [words for _, words in cautions(picture)],
    }


def page_of(question):
    """Pictures as asked for, the newest first; `next` is the place to go on from, and empty at the end."""
    found = list(question.pictures()[: AT_ONCE + 1])
    shown = found[:AT_ONCE]
    following = place_of(shown[-1]) if len(found) > AT_ONCE else ""
    return JsonResponse({"pictures": [described(picture) for picture in shown], "next": following})


def told_about(ids):
    """The pictures with these numbers, “3,17,4”, in this order; of numbers that are none, nothing."""
    numbers = [int(number) for number in ids.split(",")[:AT_ONCE_BY_NUMBER] if NUMBER.fullmatch(number)]
    here = Picture.objects.in_bulk(numbers)
    pictures = [described(here[number]) for number in dict.fromkeys(numbers) if number in here]
    return JsonResponse({"pictures": pictures, "next": ""})


def take_in(request):
    """A file that was chosen in the dialog: 201, its description and in `filled` what came from the file, from where,
    or in `known` what is said of a picture that was here already;
    409 and in `alike` what is here that looks like it, unless `is_another` was sent; or 400 and each field's mistakes.
    """
    form = ArrivalForm(request.POST, request.FILES)
    if form.is_valid():
        picture = form.arrive(by=request.user)
        found = {"filled": {}, "known": known_as(picture)} if form.known else {"filled": picture.read_from}
        return JsonResponse(described(picture) | found, status=201)
    if form.alike and len(form.errors) == 1:
        alike = [described(picture) | {"said": statement_about(picture)} for picture in form.alike]
        return JsonResponse({"alike": alike}, status=409)
    return JsonResponse({"errors": form.errors}, status=400)
