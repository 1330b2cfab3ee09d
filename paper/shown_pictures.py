"""Which pictures readers are shown at the moment of the page: those that are in rights then."""

from paper.as_of import present
from pictures.models import Picture
from prose.rendering import picture_ids


def picture_of(story):
    """The story's picture as a `Shown`, or None; for every place in which one may stand."""
    return story.shown_picture(present())


def portrait_of(author):
    """The author's portrait as a `Shown`, or None."""
    return author.shown_portrait(present())


def pictures_in(*texts):
    """The pictures that prose shows, by id, as `prose.rendering.render` takes them. One query."""
    found = Picture.objects.in_bulk({number for text in texts for number in picture_ids(text)})
    now = present()
    return {number: picture if picture.is_in_rights(now) else None for number, picture in found.items()}


def pictures_beneath(story, pictures):
    """Those of `pictures` that the story's body shows: one that has taken the place of the lead stands only there.

    The story knows from then on what is in its body, so that `picture_of` can choose the next best.
    """
    story.pictures_in_body = pictures
    lead = picture_of(story)
    has_moved_up = lead and lead.picture.pk != story.lead_picture_id
    return pictures | {lead.picture.pk: None} if has_moved_up else pictures
