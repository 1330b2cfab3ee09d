import logging

from django_tasks_db.management.commands import db_worker

from worker.loop import Worker

# The library's command makes a worker by this name, and has no other place where one of another kind could be given.
db_worker.Worker = Worker


class Command(db_worker.Command):
    help = "Settle what is planned, and do what follows from it: notices, pings, pictures."

    def configure_logging(self, verbosity):
        super().configure_logging(verbosity)
        # The library greets and takes its leave around every task, because ours asks it for one at a time.
        db_worker.logger.setLevel(max(db_worker.logger.level, logging.WARNING))
