from django.urls import reverse

from paper.absolute import absolute
from paper.corrections import is_correction
from paper.feeds import NAMES


def feeds_with(story):
    """The addresses of every feed in which a story stands, or stood until it was taken away, in every format."""
    sections = {story.section, story.section.parent, *story.further_sections.select_related("parent")} - {None}
    sections |= {section.parent for section in sections} - {None}
    feeds = [("feed", None)]
    feeds += [("section_feed", section.slug) for section in sorted(sections, key=lambda section: section.pk)]
    feeds += [("author_feed", byline.author.slug) for byline in story.bylines.all()]
    feeds += [("topic_feed", topic["slug"]) for topic in story.topic_names]
    if story.series_id:
        feeds.append(("series_feed", story.series.slug))
    if any(is_correction(note) for note in story.update_notes.all()):
        feeds.append(("corrections_feed", None))
    addresses = [reverse(name + ending, args=[key] if key else []) for name, key in feeds for ending in NAMES]
    return [absolute(address) for address in dict.fromkeys(addresses)]
