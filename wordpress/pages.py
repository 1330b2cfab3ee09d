"""WordPress' pages become standing pages."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction

from masthead.models import StandingPage, refuse_reserved_path
from prose.cleaning import clean
from prose.rules import RULES
from sections.models import Section
from wordpress import old_addresses
from wordpress.body import body
from wordpress.models import ImportedItem
from wordpress.words import title

LONGEST_TITLE = StandingPage._meta.get_field("title").max_length
LONGEST_PATH = StandingPage._meta.get_field("path").max_length - 10  # room for “-page” and “-2”


class Pages:
    """The standing pages of one export."""

    def __init__(self, survey, report):
        self.survey, self.site, self.report = survey, survey.site, report

    @transaction.atomic
    def bring(self, item, foreign_id):
        """Make the item's page, or bring it up to date where the export changed and no editor did."""
        before = ImportedItem.find(self.site.source, ImportedItem.Kind.PAGE, foreign_id)
        if before is None:
            # Not in the footer: which pages belong there is the new paper's own choice.
            page = StandingPage(path=self._free_path(item), in_footer=False)
            self._write(page, item, foreign_id)
            self.report.made["page"] += 1
            return
        page = StandingPage.objects.filter(pk=before.object_id).first()
        if page is not None and before.digest == item.digest:
            self.report.unchanged["page"] += 1
        elif page is None or before.left_as != left_as(page):
            self.report.kept["page"] += 1
        else:
            self._write(page, item, foreign_id)
            self.report.updated["page"] += 1

    def _write(self, page, item, foreign_id):
        page.title = title(item, LONGEST_TITLE, self.report) or "Untitled"
        text = body(item.body, self.site, self.report.remarks_on(page.title))
        page.body = clean(text, RULES["story"])
        page.is_published = self._is_public(item, page)
        page.save()
        path = old_addresses.path_of(item.link)
        if path.strip("/") != page.path and page.is_published:
            self.report.forwarded += old_addresses.remember(path, page)
        ImportedItem.remember(
            self.site.source,
            ImportedItem.Kind.PAGE,
            foreign_id,
            page,
            digest=item.digest,
            left_as=left_as(page),
        )

    def _is_public(self, item, page):
        if item.password:
            self.report.remark("page was protected by a password; it is not published here", page.title)
        elif item.status == "future":
            self.report.remark("page was scheduled; it is not published here, since pages have no dates", page.title)
        elif item.status not in {"publish", "draft"}:
            self.report.remark(f"page has the status “{item.status}”; it is not published here", page.title)
        return item.status == "publish" and not item.password

    def _free_path(self, item):
        wanted = self._path_of(item)
        path = wanted
        try:
            refuse_reserved_path(path)
        except ValidationError:
            path = f"{path}-page"
        if path.endswith("/feed"):
            path = f"{path}-page"
        path = old_addresses.free(path, _is_taken)
        if path != wanted:
            self.report.remark(f"page's address /{wanted}/ is taken; it is another now", f"/{path}/")
        return path

    def _path_of(self, item):
        """The path of the page's own address, below the blog's; else its slugs from the topmost page down."""
        path = old_addresses.path_of(item.link).strip("/")
        if self.site.base_path:
            path = path.removeprefix(f"{self.site.base_path.lower()}/")
        parts = path.split("/") if path else self._slugs_down_to(item)
        parts = [old_addresses.kept_slug(part) for part in parts]
        path = "/".join(part for part in parts if part) or old_addresses.kept_slug(item.title) or "page"
        return path[:LONGEST_PATH].strip("/")

    def _slugs_down_to(self, item):
        parts, parent, seen = [item.name or item.title], item.parent, {item.id}
        while parent in self.survey.pages and parent not in seen:
            seen.add(parent)
            slug, parent = self.survey.pages[parent]
            parts.insert(0, slug)
        return parts


def left_as(page):
    """A digest of what editors can change of the page."""
    return sha256(repr((page.path, page.title, page.body, page.is_published)).encode()).hexdigest()


def _is_taken(path):
    return StandingPage.objects.filter(path=path).exists() or Section.objects.filter(slug=path).exists()
