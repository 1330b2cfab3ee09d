from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from accounts.machine import machine
from articles.models import Article
from demo.front import load_front
from demo.people import load_authors, load_masthead, load_sections
from demo.pictures import load_pictures
from demo.series import load_series
from demo.stories import load_story, story_files


class Command(BaseCommand):
    help = "Load the demo edition, The Merrow Courier. What is already there is left as it is."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there is any story")

    # One transaction: an edition that was cut off halfway is not there at all, and the next start loads it anew.
    @transaction.atomic
    def handle(self, *, if_empty, verbosity, **options):
        if if_empty and Article.objects.exists():
            return
        by, now = machine("demo-edition"), timezone.now()
        today = timezone.localdate(now)
        files = story_files()
        quiet = verbosity == 0 or not self.stderr.isatty()
        with tqdm(total=len(files), desc="Demo edition", unit="story", disable=quiet, leave=False) as bar:
            pictures = load_pictures(by=by, progress=bar.refresh)
            sections, authors, series = load_sections(), load_authors(pictures), load_series()
            known = {"sections": sections, "authors": authors, "series": series, "pictures": pictures}
            load_masthead()
            for story in sorted(files, key=lambda story: story.published_at(today, now)):
                load_story(story, by=by, now=now, today=today, **known)
                bar.update()
            load_front(by=by)
        if verbosity:
            self.stdout.write(f"The demo edition is loaded: {len(files)} stories, {len(pictures)} pictures.")
