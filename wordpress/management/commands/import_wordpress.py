from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from tqdm import tqdm

from accounts.machine import machine
from wordpress.importing import import_file
from wordpress.unreadable import Unreadable

LOCK = 0x575852  # “WXR”: an advisory lock, which Postgres lets go when the connection ends, however it ends


class Command(BaseCommand):
    help = (
        "Imports WordPress exports (Tools → Export → All content): authors, categories, tags, posts and pages. Safe to "
        "stop and to run again: what is there stays, what editors changed since is left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an .xml file; several for one site")
        parser.add_argument(
            "--dry-run", action="store_true", help="do everything, report it, and then undo it all: nothing is kept"
        )

    def handle(self, *, files, dry_run, verbosity, **options):
        self.verbosity = verbosity
        self._refuse_a_second_import()
        try:
            failed = self._rehearse(files) if dry_run else self._import(files)
        except KeyboardInterrupt:
            raise CommandError("Stopped. Run the same command again to finish it.", returncode=130) from None
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        if dry_run and verbosity:
            self.stdout.write("This was a rehearsal (--dry-run): nothing was kept.")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be imported, or not wholly; see above.")

    def _rehearse(self, files):
        with transaction.atomic():
            failed = self._import(files)
            transaction.set_rollback(True)
        return failed

    def _import(self, files):
        by = machine("wordpress-import")
        return sum(not self._import_one(path, by) for path in files)

    def _import_one(self, path, by):
        """Returns whether all of the file is here now."""
        try:
            report = import_file(path, by=by, progress=self._progress(path))
        except Unreadable as error:
            self.stderr.write(self.style.ERROR(str(error)))
        except OSError as error:
            self.stderr.write(self.style.ERROR(f"{path} cannot be opened: {error.strerror}. Check the name."))
        else:
            if self.verbosity or report.failures:
                self.stdout.write("\n".join(report.lines()))
            return not report.failures
        return False

    def _progress(self, path):
        @contextmanager
        def progress(total):
            # disable=None: no bar where nobody watches, in a log or a pipe.
            hidden = None if self.verbosity else True
            with tqdm(total=total, desc=path.name, unit=" items", disable=hidden) as bar:
                yield lambda: bar.update()

        return progress

    def _refuse_a_second_import(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                raise CommandError("Another import is running. Wait until it has ended, then run this again.")
