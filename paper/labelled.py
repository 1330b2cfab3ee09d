"""A story's title where no label can stand above it: in a feed, on a social network, in a tab."""

from django.utils.translation import gettext

from articles.models.words import Kind

LABELLED = {Kind.SPONSORED, Kind.OPINION}


def labelled(story, title=""):
    """“Opinion: A view” for what readers must not take for news, else the title, which is the headline if left out."""
    title = title or story.headline
    if story.kind not in LABELLED:
        return title
    return gettext("%(kind)s: %(title)s") % {"kind": story.get_kind_display(), "title": title}
