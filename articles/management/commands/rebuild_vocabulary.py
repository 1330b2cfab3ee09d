from django.core.management.base import BaseCommand
from django.db import transaction

from articles.vocabulary import rebuild


class Command(BaseCommand):
    help = "Begin the vocabulary, from which the search page mends typing errors, anew from what is published."

    @transaction.atomic
    def handle(self, *, verbosity, **options):
        count = rebuild()
        if verbosity:
            self.stdout.write(f"The vocabulary has {count:,} words.")
