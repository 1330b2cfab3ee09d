"""What the editor's picture dialog asks for, in JSON."""

from django.http import JsonResponse

from pictures.forms import ArrivalForm
from pictures.near_copy import statement_about

AT_ONCE = 24
FURTHEST_PAGE = 10_000


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
    }


def page_of(pictures, number):
    """A page of the library; `next` says whether another follows. A strange number is the first page."""
    start = (_page_number(number) - 1) * AT_ONCE
    found = list(pictures[start : start + AT_ONCE + 1])
    return JsonResponse({"pictures": [described(picture) for picture in found[:AT_ONCE]], "next": len(found) > AT_ONCE})


def _page_number(text):
    try:
        return min(max(int(text), 1), FURTHEST_PAGE)
    except (TypeError, ValueError):
        return 1


def take_in(request):
    """A file that was chosen in the dialog: 201, its description and in `filled` what came from the file, from where;
    409 and in `alike` what is here that looks like it, unless `is_another` was sent; or 400 and each field's mistakes.
    """
    form = ArrivalForm(request.POST, request.FILES)
    if form.is_valid():
        picture = form.arrive(by=request.user)
        return JsonResponse(described(picture) | {"filled": {} if form.known else picture.read_from}, status=201)
    if form.alike and len(form.errors) == 1:
        alike = [described(picture) | {"said": statement_about(picture)} for picture in form.alike]
        return JsonResponse({"alike": alike}, status=409)
    return JsonResponse({"errors": form.errors}, status=400)
