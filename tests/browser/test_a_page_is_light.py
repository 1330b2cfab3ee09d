"""What an article's first view asks of a reader's line, with static files as production serves them."""

import pytest
from django.core.management import call_command

from articles.models import Article
from launcher.audit import limits
from launcher.audit.addresses import RICHEST
from launcher.audit.first_view import PHONE, first_view


@pytest.fixture
def seen(chromium, production_server):
    call_command("load_demo", verbosity=0)
    window = chromium.new_context(base_url=production_server.url, **PHONE)
    yield first_view(window.new_page(), Article.objects.get(slug=RICHEST).get_absolute_url())
    window.close()


def test_the_richest_article_is_within_every_limit(seen):
    assert seen.foreign == set()
    assert seen.script_bytes <= limits.SCRIPT_BYTES
    assert seen.bytes <= limits.BYTES


def test_the_richest_article_asks_for_few_files(seen):
    assert len(seen.addresses) <= limits.REQUESTS
