"""The database itself: can it be used, and has it the tables."""

from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import NotSupportedError, OperationalError
from django.db.migrations.executor import MigrationExecutor

from launcher.failure import Failure

OLDEST = 15
LOCK = 0x6E657773  # any number, the same in every process that prepares a database


def check_database(connection):
    try:
        connection.ensure_connection()
    except NotSupportedError:
        raise Failure(_too_old(connection)) from None
    except OperationalError as error:
        if connection.settings_dict.get("CLUSTER"):
            raise Failure(str(error)) from error
        raise Failure(
            f"The database at {_place(connection)}, which DATABASE_URL names, cannot be reached "
            f"({_first_line(error)}): start it or correct DATABASE_URL, or leave that out to use the "
            f"embedded Postgres."
        ) from error
    if connection.pg_version < OLDEST * 10000:
        raise Failure(_too_old(connection))


def one_at_a_time(connection):
    """Waits until no other process prepares this database. Postgres ends the lock with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])


def migrate(connection, step):
    """Does nothing where all is done, which takes a tenth of the time that the command takes to find out."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        check_that_tables_can_be_made(connection)
    if plan or not _permissions_are_complete():
        step.say(f"{len(plan)} migrations")
        call_command("migrate", interactive=False, verbosity=0, skip_checks=True)


def check_that_tables_can_be_made(connection):
    """From Postgres 15 on only the owner of a database may, unless somebody said otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false), current_user")
        may, account = cursor.fetchone()
    if not may:
        name = connection.settings_dict["NAME"]
        raise Failure(
            f"The account “{account}”, which DATABASE_URL names, may make no tables in the database at "
            f"{_place(connection)}: let a superuser say ALTER DATABASE {name} OWNER TO {account}, or name another."
        )


def _permissions_are_complete():
    """Django makes them after the last migration: a cut between the two would go unnoticed for ever."""
    from django.apps import apps
    from django.contrib.auth.management import _get_all_permissions

    made = set(Permission.objects.values_list("content_type__app_label", "codename"))
    return all(
        (model._meta.app_label, codename) in made
        for model in apps.get_models()
        for codename, _ in _get_all_permissions(model._meta)
    )


def _too_old(connection):
    version = connection.pg_version if connection.connection else 0
    number = f"Postgres {version // 10000}.{version % 10000}" if version else "a Postgres"
    return (
        f"DATABASE_URL names {number}, which is older than the {OLDEST} that the newsroom needs: upgrade it, "
        f"name another, "
        "or leave DATABASE_URL out to use the embedded Postgres."
    )


def _place(connection):
    settings = connection.settings_dict
    return f"{settings['HOST'] or 'localhost'}:{settings['PORT'] or 5432}/{settings['NAME']}"


def _first_line(error):
    return str(error).strip().splitlines()[0].rstrip(".")
