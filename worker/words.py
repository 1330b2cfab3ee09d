"""What the desk says of the worker."""

from django.utils import timezone

from worker.models import LATE, Heartbeat

WITHOUT_IT = (
    "Stories go live and go away on time without it. Feeds' followers and search engines are told once it runs again; "
    "ask whoever looks after the server."
)


def is_late(last, now=None):
    return last is None or last < (now or timezone.now()) - LATE


def worker_sentence():
    """Whether it is late, and a sentence about when it last ran. One query."""
    last, now = Heartbeat.last(), timezone.now()
    if last is None:
        return True, f"The worker has never run. {WITHOUT_IT}"
    said = f"The worker last ran {_ago(now - last)}."
    return (True, f"{said} {WITHOUT_IT}") if is_late(last, now) else (False, said)


def _ago(since):
    """“20 seconds ago”, in the largest unit of which there are two."""
    seconds = max(0, int(since.total_seconds()))
    for name, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {name}s ago"
    return "1 second ago" if seconds == 1 else f"{seconds} seconds ago"
