"""A newcomer finds a curated front, and one that somebody arranged stays theirs."""

from datetime import timedelta

from django.utils import timezone

from demo.front import load_front
from fronts.models import FrontVersion, Publication


def test_the_demo_publishes_a_front_once(read, make_story, program):
    now = timezone.now()
    make_story(headline="Newer", at=now - timedelta(minutes=1))
    make_story(headline="Ice", slug="straits-ice-three-weeks-early", at=now - timedelta(hours=1))
    make_story(headline="Home", slug="saltmarsh-families-go-home", topics=["Storm Agnes"], at=now - timedelta(hours=2))

    load_front(by=program)
    load_front(by=program)

    page = read("/")
    assert page.one(".front-lead h2") == "Ice"
    assert page.all(".front-secondary h2")[0] == "Saltmarsh goes home, seven weeks after the sea came in"
    assert (FrontVersion.objects.count(), Publication.objects.count()) == (1, 1)


def test_a_front_that_somebody_arranged_is_left_alone(make_story, front, chief, arrange, program):
    mine = arrange(front, by=chief, lead=make_story())
    load_front(by=program)
    assert FrontVersion.objects.get() == mine
    assert not Publication.objects.exists()
