import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

FENCE = "+++\n"


@dataclass(frozen=True)
class StoryFile:
    """One story of the edition: its slug, what stands between the fences (TOML), and the body (HTML)."""

    slug: str
    front: dict
    body: str

    @classmethod
    def read(cls, path: Path):
        _, front, body = path.read_text(encoding="utf-8").split(FENCE, 2)
        return cls(path.stem, tomllib.loads(front), body.strip())

    def published_at(self, today: date, now: datetime):
        """The moment of publication, laid out from `today`. A story that is meant to be out is out by `now`."""
        hour, minute = map(int, self.front["published"]["at"].split(":"))
        day = today - timedelta(days=int(self.front["published"]["days_ago"]))
        moment = timezone.make_aware(datetime.combine(day, time(hour, minute)), timezone.get_default_timezone())
        if self.front["state"] != "scheduled" and moment > now:
            moment -= timedelta(days=1)
        return moment
