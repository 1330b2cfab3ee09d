"""WordPress' users become authors: names for bylines. Accounts, passwords and e-mail addresses stay behind."""

from django.db import transaction

from authors.models import Author
from wordpress import old_addresses
from wordpress.models import ImportedItem
from wordpress.plain import cut
from wordpress.survey import coauthors, person_called

LONGEST_NAME = Author._meta.get_field("name").max_length
LONGEST_SLUG = 120  # ten below the field's limit, for “-2” and the like


class People:
    """The authors of one export, by login."""

    def __init__(self, survey, report):
        self.source, self.people, self.report = survey.site.source, survey.people, report
        self._ids = ImportedItem.known(self.source, ImportedItem.Kind.AUTHOR, Author)

    def bring(self):
        """Make every author that no import made before, whether or not they wrote anything."""
        if known := len(self._ids.keys() & {_key(person.login) for person in self.people.values()}):
            self.report.unchanged["author"] += known
        for person in self.people.values():
            if _key(person.login) not in self._ids:
                self._make(person)

    def credits(self, item):
        """The item's bylines as (author id, role): its co-authors where it has any, else whoever posted it."""
        found = [person_called(self.people, login, name) for login, name in coauthors(item)] or [item.creator]
        people = [self.people[key] for key in dict.fromkeys(found) if key in self.people]
        return tuple(dict.fromkeys((self._id(person), "writer") for person in people))

    def _id(self, person):
        return self._ids.get(_key(person.login)) or self._make(person)

    @transaction.atomic
    def _make(self, person):
        if not person.was_listed:
            self.report.remark("author made from a story's byline, because the export does not list them", person.login)
        name = cut(person.name or person.login, LONGEST_NAME)
        slug = old_addresses.kept_slug(person.login, LONGEST_SLUG) or "author"
        author = Author.objects.filter(slug=slug, name__iexact=name).first()
        if author:
            self.report.remark("author who was here already, and gets the imported bylines too", name)
        else:
            taken = Author.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
            author = Author.objects.create(name=name, slug=old_addresses.free(slug, set(taken).__contains__))
            self.report.made["author"] += 1
        self.report.forwarded += old_addresses.remember(f"/author/{slug}/", author)
        ImportedItem.remember(self.source, ImportedItem.Kind.AUTHOR, _key(person.login), author)
        self._ids[_key(person.login)] = author.pk
        return author.pk


def _key(login):
    return login.lower()[:250]
