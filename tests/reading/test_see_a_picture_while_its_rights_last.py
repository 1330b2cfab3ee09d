"""A picture is there in the last second of its rights, and nowhere in the next: no page, feed, card or data has it."""

import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
import time_machine

from articles import settling
from articles.models import Series
from articles.models.byline import Role
from fronts.arrangement import Arrangement, Placed
from fronts.models import Front
from masthead.models import Masthead, StandingPage
from pictures.models import Picture
from tests.reading.crawling import SITE, crawl, every_address
from tests.reading.schema_org import graph

JULY = datetime(2022, 7, 3, tzinfo=UTC)
END = datetime(2022, 7, 5, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ENDING = re.compile(r"zq[a-z]+")


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def picture(program):
    """`picture("pier")`, here since July: each of its words begins with “zqpier”."""

    def picture(name, *, until=END, **texts):
        said = {text: f"zq{name} {text}" for text in ("title", "alt", "caption", "credit", "extended_description")}
        digest = sha256(name.encode()).hexdigest()
        size = {"width": 1600, "height": 1067}
        with time_machine.travel(JULY, tick=False):
            return Picture.objects.create(digest=digest, valid_until=until, uploaded_by=program, **size, **said | texts)

    return picture


@pytest.fixture
def lasting(picture):
    return picture("lasting", until=None)


@pytest.fixture
def paper(make_story, picture, program, world, ann):
    """A paper in which a picture with an end stands wherever one can stand. Returns the names of those pictures."""
    Masthead.objects.create(name="The Courier", logo=picture("logo"), dark_logo=picture("darklogo"))
    figure = f"<figure data-picture='{picture('standing').pk}'></figure>"
    StandingPage.objects.create(path="about", title="About", is_published=True, body=figure)
    ann.portrait = picture("portrait")
    ann.save()
    tides = Series.objects.create(name="Tides", slug="zqliveseries")
    told = {"series": tides, "topics": ["Known"], "credits": [(ann.pk, Role.WRITER)]}
    body = (
        f"<p>Tides.</p><figure data-picture='{picture('body').pk}'><figcaption>zqbodyhere at dawn</figcaption></figure>"
    )
    one = make_story(slug="one", at=JULY, lead_picture=picture("lead"), body=body, lead_alt="zqleadalthere", **told)
    for number, kind in enumerate(["news", "news", "opinion", "news"]):
        at = JULY - timedelta(hours=number + 1)
        lead = picture(f"near{'abcd'[number]}")
        make_story(slug=f"near-{number}", at=at, kind=kind, lead_picture=lead, lead_caption="zqnearhere", **told)
    large = make_story(slug="large", at=JULY - timedelta(days=2), lead_picture=picture("large"))
    with time_machine.travel(JULY, tick=False):
        for front in (Front.of(None), Front.of(world)):
            placed = [Placed("lead", 1, one.pk, picture=picture(f"slot{(front.section_id and 'world') or 'paper'}").pk)]
            placed.append(Placed("picture", 1, large.pk))
            version = front.save_version(Arrangement(tuple(placed)), by=program, began_from=front.newest)
            front.publish(version, by=program)
    return one


def folders():
    """The address of all files of a picture → the picture's name."""
    return {picture.src().rpartition("/")[0] + "/": picture.title.split()[0] for picture in Picture.objects.all()}


def seen_in(answers):
    """Name of a picture → the addresses that show a file of it or say a word of it."""
    names, found = folders(), {}
    for address, text in answers.items():
        words = set(ENDING.findall(text)) | {name for folder, name in names.items() if folder in text}
        for word in words - {"zqliveseries"}:
            found.setdefault(word, set()).add(address)
    return found


def test_in_the_last_second_it_is_there_and_in_the_next_it_is_nowhere(client, paper):
    addresses = every_address(paper) | {"/search/?q=tides", "/world/?before=9999999999999999-1"}
    with time_machine.travel(END - SECOND, tick=False):
        before = seen_in(crawl(client, addresses))
    with time_machine.travel(END + SECOND, tick=False):
        after = seen_in(crawl(client, addresses))

    # In a search, the words that an editor wrote about it are found as any words of the text are.
    assert after == {"zqbodyhere": {"/search/?q=tides", "/search/?q=tides&order=best"}}
    # That each of them could have been seen, in every kind of place that there is for one.
    assert set(folders().values()) - before.keys() == set()
    assert {"zqleadalthere", "zqbodyhere", "zqnearhere"} <= before.keys()
    feeds = {place + form for place in ("/feed/", "/world/feed/") for form in ("", "atom/", "json/")}
    lists = {"/world/?before=9999999999999999-1", "/authors/ann-weiss/", "/topics/known/", "/series/zqliveseries/"}
    assert feeds | lists | {"/2022/07/one/"} <= before["zqlead"]
    assert feeds | {"/2022/07/one/"} <= before["zqbody"]
    assert {"/2022/07/one/", "/authors/", "/authors/ann-weiss/", "/"} <= before["zqportrait"]
    assert (before["zqslotpaper"], before["zqslotworld"]) == ({"/"}, {"/world/"})
    assert {"/", "/world/"} <= before["zqlarge"]
    assert before["zqstanding"] == {"/about/"}


def test_a_page_costs_no_more_once_rights_have_ended(client, paper, django_assert_num_queries):
    costs = {"/": 5, "/world/": 6, "/2022/07/one/": 6, "/authors/": 3, "/about/": 4}
    for moment in (END - SECOND, END + SECOND):
        with time_machine.travel(moment, tick=False):
            settling.look()  # which is due after the clock has moved, and is in no page's count
            for address, cost in costs.items():
                with django_assert_num_queries(cost):
                    client.get(address)
            for form in ("", "atom/", "json/"):
                with django_assert_num_queries(6):
                    client.get(f"/feed/{form}")


# The next best


@pytest.fixture
def story(make_story, picture, lasting):
    """One whose lead picture ends, as does the first in its body, and the second does not."""
    figures = [
        f"<figure data-picture='{picture('first').pk}'><figcaption>First</figcaption></figure>",
        f"<figure data-picture='{lasting.pk}'><figcaption>The <em>second</em></figcaption></figure>",
    ]
    body = f"<p>Tides.</p>{''.join(figures)}<p>Last.</p>"
    return make_story(at=JULY, lead_picture=picture("lead"), lead_credit="Ours", body=body, slug="one")


def test_the_first_picture_of_the_text_that_may_be_shown_moves_up(read, story):
    with time_machine.travel(END + SECOND, tick=False):
        page = read("/2022/07/one/")

    assert page.attribute(".lead-picture img", "alt") == ["zqlasting alt"]
    assert page.one(".lead-picture figcaption span") == "The second"
    assert page.one(".lead-picture .credit") == "Image Credit: zqlasting credit"
    # It is not shown twice, and nothing is left of the one that ended.
    assert page.all(".prose figure") == []
    assert page.one(".prose") == "Tides.Last."


def test_it_stands_for_the_story_in_every_telling_of_the_page(read, client, story, lasting):
    with time_machine.travel(END + SECOND, tick=False):
        page = read("/2022/07/one/")
        feed = client.get("/feed/json/").json()["items"][0]

    assert page.meta("og:image") == SITE + lasting.crop("card").address
    assert page.meta("og:image:alt") == "zqlasting alt"
    (image, *_) = graph(page)["NewsArticle"]["image"]
    assert (image["caption"], image["creditText"]) == ("The second", "zqlasting credit")
    assert feed["image"] == SITE + lasting.crop("16x9").address
    assert feed["content_html"].count("<img") == 1
    assert "The second <small>Image Credit: zqlasting credit</small>" in feed["content_html"]


def test_until_then_everything_stands_where_the_editor_put_it(read, story):
    with time_machine.travel(END - SECOND, tick=False):
        page = read("/2022/07/one/")

    assert page.attribute(".lead-picture img", "alt") == ["zqlead alt"]
    assert page.attribute(".prose figure img", "alt") == ["zqfirst alt", "zqlasting alt"]


def test_where_nothing_is_left_a_card_is_shared_and_lists_go_without(read, client, make_story, picture):
    make_story(at=JULY, slug="one", lead_picture=picture("lead"), body="<p>Tides.</p>")
    with time_machine.travel(END + SECOND, tick=False):
        page = read("/2022/07/one/")
        assert client.get(page.meta("og:image").removeprefix(SITE)).status_code == 200
        assert read("/topics/").response.status_code == 200
        bare = [read(address).all("main img") for address in ("/", "/world/", "/2022/07/one/")]

    assert page.meta("og:image").startswith(f"{SITE}/cards/")
    assert "image" not in graph(page)["NewsArticle"]
    assert bare == [[], [], []]


def test_who_has_neither_lead_nor_logo_any_more_is_as_if_they_had_never_been(read, paper):
    with time_machine.travel(END + SECOND, tick=False):
        assert read("/world/").one(".nameplate-name") == "The Courier"
        assert read("/authors/ann-weiss/").all(".portrait") == []
        assert read("/authors/").all(".portrait-credits") == []


def test_the_logo_for_the_dark_may_end_before_the_other(read, db, picture, lasting):
    Masthead.objects.create(name="The Courier", logo=lasting, dark_logo=picture("dark"))
    with time_machine.travel(END + SECOND, tick=False):
        assert read("/").attribute(".logo", "data-light-only") == [""]


# Fronts


def test_a_place_whose_own_picture_ends_shows_the_story_s(read, make_story, picture, lasting, program):
    story = make_story(at=JULY, lead_picture=lasting)
    front = Front.of(None)
    placed = Placed("lead", 1, story.pk, picture=picture("slot").pk)
    with time_machine.travel(JULY, tick=False):
        front.publish(front.save_version(Arrangement((placed,)), by=program, began_from=None), by=program)

    alts = []
    for moment in (END - SECOND, END + SECOND):
        with time_machine.travel(moment, tick=False):
            alts += read("/").attribute(".front-lead img", "alt")
    assert alts == ["zqslot alt", "zqlasting alt"]


def test_the_large_picture_gives_way_to_the_next_that_makes_one(read, make_story, picture, lasting, program):
    stories = [
        make_story(headline="Ends", at=JULY - timedelta(days=9), lead_picture=picture("large")),
        *(make_story(headline=f"Filler {n}", at=JULY - timedelta(minutes=n)) for n in range(5)),
        make_story(headline="Too", at=JULY - timedelta(hours=1), lead_picture=picture("too")),
        make_story(headline="Lasts", at=JULY - timedelta(hours=2), lead_picture=lasting),
    ]
    front = Front.of(None)
    with time_machine.travel(JULY, tick=False):
        placed = (Placed("picture", 1, stories[0].pk), Placed("lead", 1, stories[1].pk))
        front.publish(front.save_version(Arrangement(placed), by=program, began_from=None), by=program)

    shown = []
    for moment in (END - SECOND, END + SECOND):
        with time_machine.travel(moment, tick=False):
            shown += read("/").all(".front-picture h2")
    assert shown == ["Ends", "Lasts"]


def test_the_rule_lets_a_story_lead_that_still_has_its_picture(read, make_story, picture, lasting):
    make_story(headline="Ends", at=JULY, lead_picture=picture("lead"))
    make_story(headline="Lasts", at=JULY - timedelta(hours=1), lead_picture=lasting)

    leads = []
    for moment in (END - SECOND, END + SECOND):
        with time_machine.travel(moment, tick=False):
            leads += read("/").all(".front-lead h2")
    assert leads == ["Ends", "Lasts"]


def test_the_desk_sees_the_front_of_another_moment_with_the_pictures_of_that_moment(
    read, sign_in, chief, make_story, picture
):
    make_story(headline="Ends", at=JULY, lead_picture=picture("lead"))
    sign_in(chief)

    alts = {}
    for at, seen in [(END - SECOND, "2022-07-05T10:00"), (END + SECOND, "2022-07-04T10:00")]:
        with time_machine.travel(at, tick=False):
            alts[seen] = read(f"/desk/fronts/front/0/look/?at={seen}").attribute(".front-lead img", "alt")
    assert alts == {"2022-07-05T10:00": [], "2022-07-04T10:00": ["zqlead alt"]}


# What robots have already


@pytest.mark.parametrize("form", ["", "atom/", "json/"])
@pytest.mark.parametrize("place", ["lead", "body"])
def test_a_feed_that_showed_it_is_sent_anew(client, make_story, picture, form, place):
    pier = picture("pier")
    words = {"lead_picture": pier} if place == "lead" else {"body": f"<figure data-picture='{pier.pk}'></figure>"}
    make_story(at=JULY, **words)
    with time_machine.travel(END - SECOND, tick=False):
        first = client.get(f"/feed/{form}")
        known = [{"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}]
        assert [client.get(f"/feed/{form}", headers=headers).status_code for headers in known] == [304, 304]
    with time_machine.travel(END + SECOND, tick=False):
        answers = [client.get(f"/feed/{form}", headers=headers) for headers in known]
        again = client.get(f"/feed/{form}", headers={"If-Modified-Since": answers[0]["Last-Modified"]})

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0]["Last-Modified"] == "Tue, 05 Jul 2022 09:00:00 GMT"
    assert "zqpier" in first.content.decode()
    assert "zqpier" not in answers[0].content.decode()
    assert again.status_code == 304


def test_an_end_that_is_written_down_too_late_is_a_new_feed_too(client, make_story, picture):
    picture("older", until=JULY + SECOND)
    pier = picture("pier", until=None)
    make_story(at=JULY, lead_picture=pier)
    with time_machine.travel(END, tick=False):
        first = client.get("/feed/")
    with time_machine.travel(END + timedelta(hours=1), tick=False):
        pier.valid_until = JULY
        pier.save()
        for headers in [{"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}]:
            assert client.get("/feed/", headers=headers).status_code == 200


# No way round

FIELDS = re.compile(r"\b(lead_(picture(_id)?|caption|credit|alt)|author\.portrait|dark_logo)\b|\.portrait\.")
# The furniture reads the logos with the end of their rights; the other is where everybody asks.
ASK_THEMSELVES = {"paper/furniture.py", "paper/shown_pictures.py"}


def test_nothing_that_readers_get_takes_a_picture_but_by_asking_for_what_is_shown():
    root = Path(__file__).parents[2]
    told = [*(root / "paper").rglob("*.py"), *(root / "templates").rglob("*.*")]
    found = {path.relative_to(root).as_posix() for path in told if FIELDS.search(_code(path))}
    assert {path for path in found if not path.startswith("templates/admin/")} == ASK_THEMSELVES
    assert FIELDS.search("{{ story.lead_picture.src }}")
    assert FIELDS.search("{{ author.portrait.alt }}")


def _code(path):
    return path.read_text().replace('"parts/lead_picture.html"', "")
