from django.urls import path

from paper.feeds.atom import Atom
from paper.feeds.json_feed import JsonFeed
from paper.feeds.rss import Rss
from paper.feeds.serving import serving

# Ending of the URL's name → what follows “feed/” in the address, and the class that writes it.
FORMATS = {"": ("", Rss), "_atom": ("atom/", Atom), "_json": ("json/", JsonFeed)}
NAMES = tuple(FORMATS)


def paths(route, source_of, name):
    """The addresses of a feed in every format, for the URLconf: “feed/”, “feed/atom/” and “feed/json/”."""
    return [
        path(route + tail, serving(source_of, feed_class, ending), name=name + ending)
        for ending, (tail, feed_class) in FORMATS.items()
    ]
