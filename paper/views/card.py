from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.models import Article
from paper.furniture import Furniture
from paper.share_picture import share_picture_of, share_picture_of_paper
from paper.social_card import SocialCard, bytes_of
from pictures.serving import served_for_ever


@require_safe
def card(request, story_id, digest):
    """The social card of a live story, or of the paper where `story_id` is 0.

    The name says what is on the card. One with other words, or of a story with a picture by now, leads to what stands
    there today, so that nobody can ask for cards with words of their own, nor for one of a story that is gone.
    """
    paper = Furniture.read()
    if story_id:
        story = get_object_or_404(Article.objects.live().with_card(), pk=story_id)
        wanted, now = SocialCard.of_story(story, paper), share_picture_of(story, paper)
    else:
        wanted, now = SocialCard.of_paper(paper), share_picture_of_paper(paper)
    if wanted.digest != digest or not now.address.endswith(wanted.address):
        return redirect(now.address)
    return served_for_ever(bytes_of(wanted), "image/png")
