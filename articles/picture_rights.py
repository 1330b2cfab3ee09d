"""What the desk is told of the rights to a story's pictures, in sentences."""

from datetime import timedelta

from django.utils import timezone

from pictures.models import Picture
from prose.rendering import picture_ids

NOTICE = timedelta(days=14)  # so long before its rights end the desk lists a picture


def end_of_rights(moment, at=None):
    """“ended on 3 May, 09:00” or “end on 3 May 2027, 09:00”, as seen at the moment `at`, which is now when left out."""
    at, moment = timezone.localtime(at), timezone.localtime(moment)
    verb = "ended" if moment <= at else "end"
    return f"{verb} on {moment:%-d %B, %H:%M}" if moment.year == at.year else f"{verb} on {moment:%-d %B %Y, %H:%M}"


def sentences_about_rights(story):
    """What is to be said on the form of a story that holds the words there, the lead picture first. Two queries."""
    pictures = story.pictures_in_body = Picture.objects.in_bulk(picture_ids(story.body))
    said = [_of_the_lead(story)] if story.lead_picture and story.lead_picture.valid_until else []
    return said + [_of_one_in_the_text(each) for each in pictures.values() if each.valid_until]


def _of_the_lead(story):
    end, now = story.lead_picture.valid_until, timezone.now()
    has_ended = end <= now
    instead = story.shown_picture(max(end, now))
    lead = f"The rights to the lead picture {end_of_rights(end)}. Readers {'' if has_ended else 'will then '}see "
    if instead is None:
        return f"{lead}no picture. Choose another one{'' if has_ended else ' by then'}."
    return f"{lead}“{instead.picture.title}”, from the text, in its place, and none on fronts and in lists."


def _of_one_in_the_text(picture):
    end = picture.valid_until
    gone = "It is gone" if end <= timezone.now() else "It will then be gone"
    return f"The rights to “{picture.title}” in the text {end_of_rights(end)}. {gone} from there, caption and all."
