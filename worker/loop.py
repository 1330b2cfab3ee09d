import time

from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from articles.settling import settle_due
from worker.models import EVERY, Heartbeat


class Worker(db_worker.Worker):
    """The library's, which settles what is due and says that it runs before each task and at each waking.

    Nothing that readers see waits for it: pages settle for themselves. It sees to it that a moment at which nobody asks
    for a page is told to those who follow the paper, too.
    """

    beaten = None

    def run(self):
        ends_when_idle, limit = self.batch, self.max_tasks
        self.batch = True
        while self.running and (limit is None or self._run_tasks < limit):
            db_worker.close_old_connections()
            self.wake()
            done, self.max_tasks = self._run_tasks, self._run_tasks + 1
            super().run()
            self.startup_delay = False
            if self._run_tasks > done:
                continue
            if ends_when_idle:
                return
            if self.running:
                time.sleep(self.interval)

    def wake(self):
        settle_due()
        now = timezone.now()
        if self.beaten is None or not self.beaten <= now < self.beaten + EVERY:
            Heartbeat.beat()
            self.beaten = now
