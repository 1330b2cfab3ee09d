"""What the writing screen asks about pictures that stand in a text, in JSON."""

from django.core.exceptions import ValidationError
from django.http import JsonResponse

from pictures.admin.picker import described
from pictures.models import Picture

AT_MOST = 200


def tell_of(request):
    """`?id=3&id=17`: what the library says of each. What is no id, or no picture's, is left out."""
    ids = {int(text) for text in request.GET.getlist("id")[:AT_MOST] if text.isdecimal() and len(text) < 10}
    return JsonResponse({"pictures": [_in_a_text(picture) for picture in Picture.objects.in_bulk(ids).values()]})


def take_description(request, picture):
    """An alternative text for a picture without one, and what the library says then; 400 and its mistakes."""
    try:
        picture.describe_first(request.POST.get("alt", ""), by=request.user)
    except ValidationError as error:
        return JsonResponse({"errors": {"alt": error.messages}}, status=400)
    return JsonResponse(_in_a_text(picture))


def _in_a_text(picture):
    return described(picture) | {"is_decorative": picture.is_decorative}
