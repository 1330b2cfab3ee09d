"""Editors paste what they find. Whatever it is, it goes live and can be opened, or is refused with a sentence."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from lxml import etree

from articles.copy import Copy
from articles.models import Article

FILE = Path(__file__).parent.parent / "data/strings/blns.txt"
STRINGS = [line for line in FILE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


@pytest.fixture
def publish(program, world):
    def publish(headline):
        article = Article.draft(Copy({"headline": headline}), by=program, section=world)
        article.publish(article.working_copy, by=program)
        return article

    return publish


@pytest.mark.parametrize("headline", STRINGS, ids=range(len(STRINGS)))
def test_it_goes_live_and_can_be_opened(read, client, publish, headline):
    if not headline.strip():
        with pytest.raises(ValidationError, match="The story has no headline"):
            publish(headline)
        return

    story = publish(headline)
    page = read(story.get_absolute_url())

    assert page.one("h1") == " ".join(_as_html_reads(story.headline).split())
    assert page.all("h1") == read("/").all(".front-lead h2") == read("/world/").all(".front-lead h2")
    for address in ("/feed/", "/sitemap.xml"):
        etree.fromstring(client.get(address).content)


def test_one_that_postgres_cannot_keep_is_refused_in_a_sentence(publish):
    with pytest.raises(ValidationError, match="The headline has a character in it that cannot be stored"):
        publish("Ferry\x00strike")


def _as_html_reads(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")
