"""WordPress' posts become stories."""

from datetime import UTC
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from articles.address import month_of
from articles.copy import Copy
from articles.models import Article
from articles.models.status import Status
from wordpress import moments, old_addresses
from wordpress.models import ImportedItem
from wordpress.words import words

AS_DRAFT = {
    "private": "was private in WordPress; it is a draft here",
    "inherit": "has the status “inherit”, which only files have; it is a draft here",
}
PLAIN = {"publish", "future", "draft", "pending", "auto-draft"}


class Stories:
    """The stories of one export. Each is made, published and remembered in one transaction."""

    def __init__(self, survey, *, people, categories, tags, by, report):
        self.survey, self.site, self.report, self.by = survey, survey.site, report, by
        self.people, self.categories, self.tags = people, categories, tags

    @transaction.atomic
    def bring(self, item, foreign_id):
        """Make the item's story, or bring it up to date where the export changed and no editor did."""
        before = ImportedItem.find(self.site.source, ImportedItem.Kind.POST, foreign_id)
        if before is None:
            self._remember(item, foreign_id, self._make(item))
            self.report.made["story"] += 1
            return
        article = Article.objects.filter(pk=before.object_id).first()
        if before.digest == item.digest:
            self.report.unchanged["story"] += 1
        elif article is None or before.left_as != left_as(article):
            self.report.kept["story"] += 1
        else:
            self._update(article, item)
            self._remember(item, foreign_id, article)
            self.report.updated["story"] += 1

    def _make(self, item):
        section, further = self.categories.of(item)
        article = Article.draft(
            self._copy(item),
            by=self.by,
            section=section,
            further_sections=further,
            slug=old_addresses.kept_slug(item.name),
            note=self._note(item),
        )
        self._move_on(article, item)
        return article

    def _update(self, article, item):
        copy = self._copy(item)
        article.save_revision(copy, by=self.by, began_from=article.working_copy, note="From a newer export.")
        section, further = self.categories.of(item)
        article.file(by=self.by, section=section, further_sections=further, slug=article.slug)
        if article.status == Status.PUBLISHED and not is_public(item):
            self.report.remark("story is no longer public in WordPress, but still is here", str(article))
        elif article.status == Status.PUBLISHED:
            article.publish(article.working_copy, by=self.by, at=moments.modified(item))
        elif article.status != Status.UNPUBLISHED:
            self._move_on(article, item)

    def _move_on(self, article, item):
        """From a draft to where the story stands in WordPress."""
        if is_public(item):
            self._publish(article, item)
            return
        if item.status == "pending":
            article.submit(by=self.by)
        elif item.password:
            self.report.remark("story was protected by a password; it is a draft here", str(article))
        elif item.status in AS_DRAFT:
            self.report.remark(f"story {AS_DRAFT[item.status]}", str(article))
        elif item.status not in PLAIN:
            self.report.remark(f"story has the status “{item.status}”; it is a draft here", str(article))

    def _publish(self, article, item):
        at = moments.publication(item)
        if at is None:
            at = moments.read_feed_date(self.site.exported) or timezone.now()
            self.report.remark("published story without a date; it is dated to the export", str(article))
        if item.status == "publish" and at > timezone.now():
            self.report.remark("published story dated in the future; readers see it from then on", str(article))
        month = moments.address_month(item) or month_of(at.astimezone(UTC))
        article.publish(article.working_copy, by=self.by, at=at, month=month)
        self._keep_address(article, item)

    def _keep_address(self, article, item):
        wanted = old_addresses.kept_slug(item.name)
        if wanted and wanted != article.slug:
            self.report.remark("story's address was taken by another; it has a number now", article.get_absolute_url())
        path = old_addresses.path_of(item.link)
        if item.link and not path:
            self.report.remark("old address without a path (“/?p=12”) cannot lead here", item.link)
        else:
            self.report.forwarded += old_addresses.remember(path, article)

    def _copy(self, item):
        return Copy(words(item, self.site, self.report), self.people.credits(item), self.tags.of(item))

    def _note(self, item):
        why = AS_DRAFT.get(item.status) or (item.password and "was protected by a password in WordPress")
        origin = f"Imported from {self.site.source}" + (f", post {item.id}." if item.id else ".")
        return f"{origin} It {why}." if why else origin

    def _remember(self, item, foreign_id, article):
        ImportedItem.remember(
            self.site.source,
            ImportedItem.Kind.POST,
            foreign_id,
            article,
            digest=item.digest,
            left_as=left_as(article),
        )


def is_public(item):
    """Whether everyone could read it in WordPress, or will when its time comes."""
    return item.status in {"publish", "future"} and not item.password


def left_as(article):
    """A digest of what editors can change of the story: its newest revision, its state and its filing."""
    further = sorted(article.further_sections.values_list("pk", flat=True))
    state = (article.working_copy_id, str(article.status), article.section_id, article.slug, further)
    return sha256(repr(state).encode()).hexdigest()
