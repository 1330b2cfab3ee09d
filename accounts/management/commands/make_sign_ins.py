from django.core.management.base import BaseCommand

from accounts.sign_ins import make_sign_ins


class Command(BaseCommand):
    help = "Make one account for each role where nobody has an account yet, and show how to sign in."

    def handle(self, **options):
        for line in make_sign_ins():
            self.stdout.write(line)
