from django.core.management.base import BaseCommand, CommandError

from record.verifying import verify


class Command(BaseCommand):
    """Ends with 1, and a sentence for each fault, where the record is not what was written."""

    help = "Check the record of acts: that nothing in it was changed, put in or taken out."

    def add_arguments(self, parser):
        parser.add_argument("--expect", default="", metavar="DIGEST", help="a digest that was printed earlier")

    def handle(self, *, expect, **options):
        found = verify(expect.strip().lower())
        for fault in found.faults:
            self.stderr.write(fault)
        if found.faults:
            raise CommandError(f"The record is not what was written: {len(found.faults)} faults.")
        self.stdout.write(
            f"The record is whole: {found.entries} entries. Its newest digest is {found.newest or 'none'}."
        )
