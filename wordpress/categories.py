"""WordPress' categories become sections."""

from django.db import transaction

from masthead.models import StandingPage
from sections.models import Section
from wordpress import old_addresses
from wordpress.models import ImportedItem
from wordpress.plain import cut
from wordpress.records import Term

LONGEST_NAME = Section._meta.get_field("name").max_length
LONGEST_DESCRIPTION = Section._meta.get_field("description").max_length
LONGEST_SLUG = 60  # room below the field's limit for “-section” and “-2”
UNCATEGORIZED = Term("uncategorized", "Uncategorized")


class Categories:
    """The sections of one export, by the category's slug. Two levels deep: what is deeper goes beneath its top one."""

    def __init__(self, survey, report):
        self.survey, self.report = survey, report
        self.source, self.terms = survey.site.source, survey.categories
        self._ids = ImportedItem.known(self.source, ImportedItem.Kind.CATEGORY, Section)
        self._by_id = {term.id: slug for slug, term in self.terms.items() if term.id}

    def bring(self):
        if known := len(self._ids.keys() & {_key(slug) for slug in self.terms}):
            self.report.unchanged["section"] += known
        for slug in self.terms:
            if _key(slug) not in self._ids:
                self._section_id(slug)

    def of(self, item):
        """The item's section and further sections. The first is the one that Yoast calls primary, if any."""
        slugs = self.survey.categories_of(item)
        primary = self._by_id.get(item.meta.get("_yoast_wpseo_primary_category"))
        if primary in slugs:
            slugs = [primary, *slugs]
        if not slugs:
            self.terms.setdefault(UNCATEGORIZED.slug, UNCATEGORIZED)
            slugs = [UNCATEGORIZED.slug]
        ids = list(dict.fromkeys(self._section_id(slug) for slug in slugs))
        found = Section.objects.in_bulk(ids)
        section, *further = [found[pk] for pk in ids]
        return section, further

    def _section_id(self, slug):
        return self._ids.get(_key(slug)) or self._make(self.terms[slug])

    @transaction.atomic
    def _make(self, term):
        parent = self._top_of(term)
        slug = old_addresses.kept_slug(term.slug, LONGEST_SLUG) or "section"
        others = Section.objects.exclude(pk__in=[pk for pk in self._ids.values() if pk])
        section = others.filter(slug=slug, name__iexact=term.name).first()
        if section:
            self.report.remark("section that was here already, and gets the imported stories too", section.name)
        else:
            section = Section.objects.create(
                name=self._free_name(term, parent),
                slug=self._free_slug(slug, term),
                parent=parent,
                description=cut(term.description, LONGEST_DESCRIPTION),
            )
            self.report.made["section"] += 1
        for path in {f"/category/{term.slug}/", f"/category/{'/'.join(self._line_of(term))}/"}:
            self.report.forwarded += old_addresses.remember(old_addresses.path_of(path), section)
        ImportedItem.remember(self.source, ImportedItem.Kind.CATEGORY, _key(term.slug), section)
        self._ids[_key(term.slug)] = section.pk
        return section.pk

    def _line_of(self, term):
        """The slugs from the topmost category down to this one. One that is above itself stands at the top."""
        line = [term.slug]
        while (parent := self.terms[line[0]].parent) in self.terms and parent not in line:
            line.insert(0, parent)
        return [term.slug] if parent == term.slug else line

    def _top_of(self, term):
        line = self._line_of(term)
        if term.parent and term.parent not in self.terms:
            self.report.remark("category whose parent is not in the export; it is a top section now", term.name)
        if len(line) == 1:
            return None
        if len(line) > 2:
            self.report.remark("category deeper than two levels; it stands beneath its topmost one now", term.name)
        top = Section.objects.select_related("parent").filter(pk=self._section_id(line[0])).first()
        return top and (top.parent or top)

    def _free_name(self, term, parent):
        name = cut(term.name, LONGEST_NAME)
        if name != term.name:
            self.report.remark("section's name longer than 60 characters was cut", term.name)
        if not Section.objects.filter(name=name).exists():
            return name
        self.report.remark("section's name was taken, so this one was told apart from it", term.name)
        stems = [f"{cut(name, 30)} ({cut(parent.name, 26)})"] if parent else []
        stems += [f"{cut(name, LONGEST_NAME - 5)} {number}" for number in range(2, 1000)]
        return next(stem for stem in stems if not Section.objects.filter(name=stem).exists())

    def _free_slug(self, slug, term):
        free = old_addresses.free(old_addresses.unreserved(slug, "section"), _is_taken)
        if free != slug:
            self.report.remark(f"section's address /{slug}/ is taken; it is another now", f"/{free}/")
        return free


def _is_taken(slug):
    return Section.objects.filter(slug=slug).exists() or StandingPage.objects.filter(path=slug).exists()


def _key(slug):
    return slug[:250]
