"""WordPress' tags become topics."""

from django.db import transaction

from articles.models import Topic
from wordpress import old_addresses
from wordpress.models import ImportedItem
from wordpress.plain import cut

LONGEST_NAME = Topic._meta.get_field("name").max_length
LONGEST_SLUG = 90  # room below the field's limit for “-2”
LONGEST_DESCRIPTION = Topic._meta.get_field("description").max_length


class Tags:
    """The topics of one export, by the tag's slug. Topics are told apart by name, so tags of one name become one."""

    def __init__(self, survey, report):
        self.survey, self.report = survey, report
        self.source, self.terms = survey.site.source, survey.tags
        self._ids = ImportedItem.known(self.source, ImportedItem.Kind.TAG, Topic)

    def bring(self):
        if known := len(self._ids.keys() & {slug[:250] for slug in self.terms}):
            self.report.unchanged["topic"] += known
        for slug, term in self.terms.items():
            if slug[:250] not in self._ids:
                self._make(term)

    def of(self, item):
        """The names of the item's topics."""
        ids = {self._ids.get(slug[:250]) or self._make(self.terms[slug]) for slug in self.survey.tags_of(item)}
        return frozenset(Topic.objects.filter(pk__in=ids).values_list("name", flat=True)) if ids else frozenset()

    @transaction.atomic
    def _make(self, term):
        name = cut(term.name, LONGEST_NAME)
        if name != term.name:
            self.report.remark("topic's name longer than 100 characters was cut", term.name)
        slug = old_addresses.kept_slug(term.slug, LONGEST_SLUG) or "topic"
        topic = Topic.objects.filter(name__iexact=name).first()
        if topic is None:
            taken = Topic.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
            topic = Topic.objects.create(
                name=name,
                slug=old_addresses.free(slug, set(taken).__contains__),
                description=cut(term.description, LONGEST_DESCRIPTION),
            )
            self.report.made["topic"] += 1
        else:
            self.report.remark("tag joined the topic that has its name already", name)
        self.report.forwarded += old_addresses.remember(old_addresses.path_of(f"/tag/{term.slug}/"), topic)
        ImportedItem.remember(self.source, ImportedItem.Kind.TAG, term.slug, topic)
        self._ids[term.slug[:250]] = topic.pk
        return topic.pk
