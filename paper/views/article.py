from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from paper.frames import allowing_frames
from paper.language import is_slanted, marks_of_the_page
from paper.reading_on import ReadingOn
from paper.reading_time import minutes_to_read
from paper.shown_pictures import pictures_beneath, pictures_in
from prose.rendering import frame_origins, holds_a_gallery, plain_text
from prose.rendering import render as render_prose


def article(request, year, month, slug):
    story = Article.objects.with_page().at_address(year, month, slug).first()
    if story and story.is_unpublished:
        return render(request, "410.html", status=410)
    if story is None or not story.is_live():
        raise Http404
    return show(request, story)


def show(request, story, **more):
    """The story's page, for readers and for its preview."""
    frames = frame_origins(story.body)
    page = page_of(story) | {"frames": frames, **more}
    return allowing_frames(render, frames)(request, "article.html", page)


def page_of(story, rendered=render_prose):
    """What the page shows. `rendered(html, pictures, ours)` makes the body, as `prose.rendering.render` does."""
    words = plain_text(story.body)
    pictures = pictures_beneath(story, pictures_in(story.body))
    return {
        "story": story,
        "body": rendered(story.body, pictures, marks_of_the_page(story)),
        "pictures": pictures,
        "holds_a_gallery": holds_a_gallery(story.body),
        "holds_italics": "<em>" in story.body and is_slanted(story.language),
        "words": len(words.split()),
        "minutes": minutes_to_read(words),
        **ReadingOn.of(story)._asdict(),
    }
