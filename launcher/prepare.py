"""python -m launcher.prepare run|dev DESCRIPTOR: all that must be so before the server starts, in one Django
process.

Writes to the file descriptor what the supervisor is to know: JSON, or the sentence with which to give up.
"""

import errno
import fcntl
import json
import os
import sys

from launcher.environment import cannot_be_written
from launcher.failure import Failure
from launcher.progress import Progress

NOT_WRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}


def main(command, descriptor):
    with os.fdopen(int(descriptor), "w") as report:
        try:
            json.dump(prepare(command, Progress()), report)
        except Failure as failure:
            report.write(str(failure))
            return 1
        except OSError as error:
            if error.errno not in NOT_WRITABLE:
                raise
            from django.conf import settings  # read by now

            report.write(cannot_be_written(error.filename or settings.VAR, error))
            return 1
    return 0


def prepare(command, progress):
    with progress.step("Tables") as step:
        step.say("starting Django")
        _start_django()
        # These need the settings.
        from django.conf import settings
        from django.db import connection

        from launcher.static_files import collect_static_files
        from launcher.tables import check_database, migrate, one_at_a_time

        settings.VAR.mkdir(mode=0o711, parents=True, exist_ok=True)
        var = os.open(settings.VAR, os.O_RDONLY)
        step.say("waiting for another make run")
        fcntl.flock(var, fcntl.LOCK_EX)  # static files; held until this process ends
        check_database(connection)
        one_at_a_time(connection)  # tables, sign-ins, demo edition: others may use the same database
        migrate(connection, step)

    from accounts.sign_ins import make_sign_ins

    with progress.step("Sign-ins"):
        sign_ins = make_sign_ins()
    if os.environ.get("DEMO", "").lower() not in {"0", "off", "no", "false"}:
        _load_demo(progress)
    if command == "run":
        collect_static_files(progress)
    connection.close()
    return {"sign_ins": sign_ins}


def _start_django():
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Failure(str(error)) from error


def _load_demo(progress):
    from django.core.management import call_command, get_commands

    if "load_demo" in get_commands():
        with progress.step("Demo edition"):
            call_command("load_demo", if_empty=True, verbosity=0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
