"""python -m launcher.work: the background worker, without its greetings. What goes wrong is said."""

import logging

import django
from django.core.management import call_command


def main():
    django.setup()
    for name in ("django_tasks_db", "django.tasks"):
        # A filter and not a level: the command sets the level by itself.
        logging.getLogger(name).addFilter(lambda record: record.levelno >= logging.ERROR)
    call_command("db_worker", startup_delay=False, queue_name="*")


if __name__ == "__main__":
    main()
