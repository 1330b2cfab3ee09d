from dataclasses import dataclass, field

from django.shortcuts import render
from django.utils import timezone

from fronts.models import Front, FrontVersion, Publication
from sections.models import Section


@dataclass
class Row:
    """A front as the list shows it: what is live, what was saved last, what is to come, the next first."""

    section: Section | None
    live: Publication | None = None
    newest: FrontVersion | None = None
    coming: list = field(default_factory=list)

    @property
    def key(self):
        return self.section.pk if self.section else 0

    @property
    def is_ahead(self):
        """Whether the newest version is neither live nor scheduled."""
        shown = {publication.version_id for publication in [*self.coming, self.live] if publication}
        return bool(self.newest) and self.newest.pk not in shown


def list_page(admin, request):
    context = {
        **admin.admin_site.each_context(request),
        "title": "Fronts",
        "opts": admin.opts,
        "rows": rows(),
        "zone": timezone.get_current_timezone_name(),
    }
    return render(request, "admin/fronts/front/list.html", context)


def rows():
    """The paper's front and each section's, in the order of the navigation; five queries."""
    found = {None: Row(None)} | {section.pk: Row(section) for section in _in_order(Section.objects.all())}
    section_of = dict(Front.objects.values_list("pk", "section"))
    newest = FrontVersion.objects.select_related("by").order_by("front", "-pk").distinct("front")
    for version in newest:
        found[section_of[version.front_id]].newest = version
    for publication in Publication.objects.live_in_each():
        found[section_of[publication.front_id]].live = publication
    for publication in Publication.objects.coming().select_related("by").order_by("at", "pk"):
        found[section_of[publication.front_id]].coming.append(publication)
    return list(found.values())


def _in_order(sections):
    """Each section with those beneath it right after it."""
    sections = list(sections)
    for section in sections:
        if section.parent_id is None:
            yield section
            yield from (child for child in sections if child.parent_id == section.pk)
