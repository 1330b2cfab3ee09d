import re
from datetime import timedelta

from articles.copy import Copy
from articles.models import Article
from demo.pictures import EDITION
from demo.story_file import StoryFile

OPTIONAL_WORDS = ("search_title", "search_description", "social_title", "social_description")
LANGUAGE = "en-gb"  # which the edition is written in, whatever the paper's is
PLACEHOLDER = re.compile(r'data-picture="([a-z0-9-]+)"')


def story_files():
    return [StoryFile.read(path) for path in sorted((EDITION / "stories").glob("*.html"))]


def load_story(story, *, by, now, today, sections, authors, series, pictures):
    """Bring one story to the state that its file names, by the verbs that editors use; nothing if it is there."""
    if Article.objects.filter(created_by=by, slug=story.slug).exists():
        return
    front = story.front
    moment = story.published_at(today, now)
    article = Article.draft(
        _copy(story, authors, series, pictures),
        by=by,
        section=sections[front["section"]],
        further_sections=[sections[slug] for slug in front.get("further_sections", [])],
        slug=story.slug,
    )
    if front["state"] == "in_review":
        article.submit(by=by, note="Figures checked against the minutes. Please look at the last paragraph.")
        return
    article.publish(article.working_copy, by=by, at=moment)
    for note in front.get("notes", []):
        at = min(now, moment + timedelta(hours=note["hours_later"]))
        article.add_note(note["kind"], note["text"], by=by, at=at)
    if front["state"] == "unpublished":
        article.unpublish(by=by, note="Wrong: the committee voted the next morning to go ahead. See the new story.")
    if front["state"] == "being_updated":
        update = _copy(
            story, authors, series, pictures, standfirst=front["new_standfirst"], further=front["new_paragraphs"]
        )
        article.save_revision(update, by=by, began_from=article.working_copy, note="What both sides said today.")


def _copy(story, authors, series, pictures, *, standfirst=None, further=""):
    front = story.front
    body = PLACEHOLDER.sub(lambda found: f'data-picture="{pictures[found[1]].pk}"', story.body)
    words = {
        "kicker": front["kicker"],
        "headline": front["headline"],
        "standfirst": standfirst or front["standfirst"],
        "body": body + further,
        "kind": front["kind"],
        "language": LANGUAGE,
        "series": series[front["series"]] if "series" in front else None,
        "lead_picture": pictures.get(front.get("lead_picture")),
        "lead_caption": front.get("lead_caption", ""),
        "lead_alt": front.get("lead_alt", ""),
    }
    words |= {name: front[name] for name in OPTIONAL_WORDS if name in front}
    credits = [(authors[byline["author"]].pk, byline["role"]) for byline in front["bylines"]]
    return Copy(words, credits, front["topics"])
