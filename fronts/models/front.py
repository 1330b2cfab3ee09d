from django.db import models

from fronts.areas import plan_of
from fronts.models.publication import Publication
from fronts.models.verbs import Verbs
from fronts.models.version import FrontVersion
from sections.models import Section


class Front(Verbs):
    """The curated page of the paper (no section) or of a section. Its row comes with the first version."""

    section = models.ForeignKey(
        "sections.Section", on_delete=models.PROTECT, null=True, blank=True, related_name="fronts"
    )

    class Meta:
        default_permissions = []
        permissions = [("curate_front", "Can arrange, publish and roll back fronts")]
        constraints = [models.UniqueConstraint(fields=["section"], nulls_distinct=False, name="front_once")]

    def __str__(self):
        return f"the front of {self.section}" if self.section else "the front"

    @classmethod
    def of(cls, section):
        """The front of `section`, or the paper's for None; not yet in the database if nobody ever saved it."""
        return cls.objects.select_related("section").filter(section=section).first() or cls(section=section)

    @classmethod
    def with_newest(cls, key):
        """The front of the section with this key, or the paper's for None, and the version that was saved last.

        That is None before the first save; after it, all this is one query. Raises `Section.DoesNotExist`.
        """
        versions = FrontVersion.objects.filter(front__section=key).select_related("front__section", "by", "topic")
        if newest := versions.first():
            return newest.front, newest
        return cls.of(Section.objects.get(pk=key) if key else None), None

    @property
    def key(self):
        """How the desk's addresses name it: by the key of its section, and 0 is the paper's."""
        return self.section_id or 0

    @property
    def plan(self):
        return plan_of(self.section)

    @property
    def newest(self):
        """The version that was saved last, or None."""
        return self.versions.select_related("by", "topic").first() if self.pk else None

    def live_publication(self, at=None):
        """Which publication readers see at the moment `at`, which is now when left out; None before the first."""
        publications = Publication.objects.of(self.section).passed(at).newest_first()
        return publications.select_related("version__by", "version__topic", "by").first()
