"""On two nights of the year a clock shows a time that is none or two; every form asks in the same words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django import forms
from django.test import override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article
from moments.field import MomentField
from moments.local import SUMMER, WINTER, Gap, Repeat, moment_of, which_of_two
from tests.reading.page import Page

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime.fromisoformat("2027-01-01")
ZONES = ["Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Asia/Tokyo"]


class Form(forms.Form):
    at = MomentField(required=False)


def answer(zone="Europe/Berlin", **typed):
    with timezone.override(ZoneInfo(zone)):
        form = Form(typed)
        if form.is_valid():
            return form.cleaned_data["at"]
        return form.errors["at"][0]


def shows_choice(form):
    return 'name="at_which"' in str(form["at"])


@pytest.mark.parametrize(
    ("zone", "typed", "sentence"),
    [
        (
            "Europe/Berlin",
            "2027-03-28T02:30",
            "02:30 does not exist on 28 March 2027: the clocks go from 02:00 to 03:00 then. "
            "The next time that does is 03:00.",
        ),
        (
            "Australia/Lord_Howe",
            "2027-10-03T02:15",
            "02:15 does not exist on 3 October 2027: the clocks go from 02:00 to 02:30 then. "
            "The next time that does is 02:30.",
        ),
        (
            "Europe/London",
            "2027-10-31T01:30",
            "01:30 comes twice on 31 October 2027, because the clocks are put back: in summer time (BST) and an hour "
            "later in winter time (GMT). Choose which one.",
        ),
    ],
)
def test_a_time_that_is_none_or_two_is_asked_about(zone, typed, sentence):
    assert answer(zone, at=typed) == sentence


@pytest.mark.parametrize(("which", "hour"), [(SUMMER, 0), (WINTER, 1)])
def test_which_of_two_is_chosen_beside_it(which, hour):
    assert answer(at="2027-10-31T02:30", at_which=which) == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)


def test_the_choice_is_shown_only_where_there_is_one():
    with timezone.override(BERLIN):
        assert shows_choice(Form({"at": "2027-10-31T02:30"}))
        assert not shows_choice(Form({"at": "2027-10-31T03:00"}))
        assert not shows_choice(Form({"at": "2027-03-28T02:30"}))
        assert not shows_choice(Form())
        kept = Form(initial={"at": datetime(2027, 10, 31, 1, 30, tzinfo=UTC)})
        assert 'value="winter" selected' in str(kept["at"])


@pytest.mark.parametrize("typed", ["soon", "2027-13-01T10:00", "9999999-01-01T00:00", "2027-02-30T10:00"])
def test_what_is_no_time_is_refused(typed):
    assert answer(at=typed) == "Enter a valid date/time."


def test_nothing_is_nothing_and_an_offset_is_kept():
    assert answer(at="") is None
    assert answer(at="2027-03-28T02:30:00+00:00") == datetime(2027, 3, 28, 2, 30, tzinfo=UTC)


def caught(shown, zone):
    """The `Gap` or `Repeat` that a time is, or None."""
    try:
        moment_of(shown, zone)
    except (Gap, Repeat) as found:
        return found
    return None


@given(st.sampled_from(ZONES), st.datetimes(START, START + timedelta(days=5000)))
def test_every_moment_can_be_named(zone, shown):
    zone = ZoneInfo(zone)
    real = shown.replace(tzinfo=UTC).astimezone(zone)
    named = moment_of(real.replace(tzinfo=None, fold=0), zone, which_of_two(real, zone))
    assert named.astimezone(UTC) == real.astimezone(UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_every_half_hour_of_a_year_is_one_none_or_two(zone):
    zone, second, found = ZoneInfo(zone), timedelta(seconds=1), set()
    for number in range(2 * 24 * 366):
        shown = START + timedelta(minutes=30 * number)
        odd = caught(shown, zone)
        found.add(type(odd))
        if isinstance(odd, Repeat):
            assert odd.summer.utcoffset() > odd.winter.utcoffset()
        if isinstance(odd, Gap):
            edges = [moment_of(edge, zone).astimezone(UTC) for edge in (odd.before - second, odd.after)]
            assert odd.before <= shown < odd.after
            assert edges[1] - edges[0] == second
    assert found == ({type(None)} if zone.key == "Asia/Tokyo" else {type(None), Gap, Repeat})


@pytest.mark.parametrize(
    ("state", "act", "name"), [("draft", "publish", "at"), ("live", "unpublish", "at"), ("draft", "embargo", "until")]
)
@time_machine.travel(datetime(2027, 3, 1, tzinfo=UTC), tick=False)
def test_every_form_at_the_desk_asks_in_the_same_words(sign_in, editor, make_story, state, act, name):
    story, desk = make_story(state), sign_in(editor)
    address = f"/desk/articles/article/{story.pk}/act/{act}/"
    typed = {"revision": story.working_copy_id, "note": "Why.", "reason": "They asked."}
    with override_settings(TIME_ZONE="Europe/Berlin"):
        gap = Page(desk.post(address, typed | {name: "2027-03-28T02:30"}))
        assert gap.all(".errorlist li")[0].startswith("02:30 does not exist on 28 March 2027")
        twice = Page(desk.post(address, typed | {name: "2027-10-31T02:30"}))
        assert twice.all(".errorlist li")[0].startswith("02:30 comes twice on 31 October 2027")
        done = desk.post(address, typed | {name: "2027-10-31T02:30", f"{name}_which": "winter"})
    assert done.status_code == 302
    story = Article.objects.get()
    kept = {"publish": story.published_at, "unpublish": story.unpublish_at, "embargo": story.embargo_until}
    assert kept[act] == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
