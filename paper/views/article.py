from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from pictures.models import Picture
from prose.rendering import picture_ids, word_count
from prose.rendering import render as render_prose

WORDS_A_MINUTE = 230
MORE = 5


def article(request, year, month, slug):
    story = Article.objects.with_page().at_address(year, month, slug).first()
    if story and story.is_unpublished:
        return render(request, "410.html", status=410)
    if story is None or not story.is_live():
        raise Http404
    return render(request, "article.html", page_of(story))


def page_of(story):
    """What the story's page shows, for the page itself and for its preview."""
    more = Article.objects.live().in_section(story.section).other_than(story).newest_first().with_headline()
    more = more[:MORE] if story.section else []
    words = word_count(story.body)
    return {
        "story": story,
        "body": render_prose(story.body, Picture.objects.in_bulk(picture_ids(story.body))),
        "words": words,
        "minutes": max(1, round(words / WORDS_A_MINUTE)),
        "more": more,
    }
