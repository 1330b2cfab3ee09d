"""Imports one export: surveys it, makes what its stories stand on, then story by story."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError

from wordpress.categories import Categories
from wordpress.pages import Pages
from wordpress.people import People
from wordpress.report import Report
from wordpress.stories import Stories
from wordpress.survey import survey
from wordpress.tags import Tags
from wordpress.wxr import channel_children, item_of, name_of

# What else WordPress and its plugins keep among the posts, as the report says it.
NOT_CARRIED = {
    "attachment": "file of the media library",
    "nav_menu_item": "entry of a menu",
    "revision": "old version of a post",
    "wp_block": "reusable block",
    "custom_css": "style sheet of a theme",
}


def import_file(path, *, by, progress):
    """Import everything in the export at `path`. Raises `Unreadable` before anything is written.

    `progress(total)` gives a context manager whose value is called after each item. Returns a `Report`.
    """
    found = survey(path)
    report = Report(f"{path}: {found.site.title or 'a site without a name'} ({found.site.source})")
    people, categories, tags = People(found, report), Categories(found, report), Tags(found, report)
    for terms in (people, categories, tags):
        terms.bring()
    stories = Stories(found, people=people, categories=categories, tags=tags, by=by, report=report)
    bringers = {"post": stories, "page": Pages(found, report)}
    seen = Seen(report)
    report.remark("e-mail address of an author, since readers would see it here", count=found.emails)
    for taxonomy, count in found.others.items():
        report.remark(f"term of the taxonomy “{taxonomy}”", count=count)
    with progress(found.items) as step:
        for item in _items(path):
            _bring(item, bringers.get(item.type), seen, report)
            step()
    return report


def _bring(item, bringer, seen, report):
    _count_the_rest(item, report)
    if bringer is None:
        what = NOT_CARRIED.get(item.type, f"item of the type “{item.type}”")
        report.remark(what, item.title)
        return
    if item.status == "trash":
        report.remark(f"{item.type} in the trash", item.title)
        return
    foreign_id = seen.id_of(item)
    if foreign_id is None:
        return
    try:
        bringer.bring(item, foreign_id)
    except (OperationalError, InterfaceError):
        raise  # the database itself is gone: nothing that follows would do better
    except (ValidationError, DatabaseError) as error:
        reason = " ".join(error.messages) if isinstance(error, ValidationError) else " ".join(str(error).split())
        report.failures.append(f"the {item.type} “{item.title[:80]}” ({item.id}): {reason}")


def _count_the_rest(item, report):
    report.remark("comment", item.title, item.comments)
    report.remark("pingback", item.title, item.pingbacks)
    if item.type not in {"post", "page"}:
        return
    if "_thumbnail_id" in item.meta:
        report.remark("lead picture (“featured image”), since files are not carried over", item.title)
    if item.is_sticky:
        report.remark("post pinned to the front (“sticky”)", item.title)
    if item.attachment_url:
        report.remark("file that a post names as its own", item.attachment_url)
    if item.type == "page" and item.creator:
        report.remark("page's author: pages have no bylines here", item.creator)
    for domain in {domain for domain, _, _ in item.terms} - {"category", "post_tag", "tag", "author"}:
        report.remark(f"use of the taxonomy “{domain}”", item.title)
    for key in item.meta:
        if not key.startswith("_"):
            report.remark(f"custom field “{key[:40]}”", item.title)


def _items(path):
    for element in channel_children(path):
        if name_of(element) == "item":
            yield item_of(element)


class Seen:
    """Tells apart the items of one file that have the same number: the second is “12#2”, a mere repetition nothing."""

    def __init__(self, report):
        self.report = report
        self._times, self._digests = Counter(), {}

    def id_of(self, item):
        key = (item.type, item.id or item.name or item.title)
        digests = self._digests.setdefault(key, set())
        if item.digest in digests:
            self.report.remark("item that the file holds twice, word for word", item.title)
            return None
        digests.add(item.digest)
        self._times[key] += 1
        if self._times[key] == 1:
            return key[1]
        self.report.remark("number used for two different items; both were imported", item.title)
        return f"{key[1]}#{self._times[key]}"
