from datetime import timedelta

from django.utils import timezone

from articles.models.byline import Role
from pictures.models import Picture
from sections.models import Section


def headlines(page):
    return page.all("main h2 a") + page.all("main h3")


def test_a_paper_without_stories_says_so(read, db):
    page = read("/")

    assert page.one("h1") == "The Newsroom"
    assert page.one(".empty h2") == "Nothing has been published yet"


def test_a_single_story_leads(read, make_story):
    make_story(headline="The only one")

    page = read("/")

    assert page.one(".front-lead h2") == "The only one"
    assert page.all(".front-secondary") == page.all(".opinion-strip") == page.all(".block") == []


def test_the_newest_leads_and_the_next_follow_it(read, make_story):
    for number in (3, 1, 2):
        make_story(headline=f"Story {number}", at=timezone.now() - timedelta(hours=number))

    page = read("/")

    assert page.one(".front-lead h2") == "Story 1"
    assert page.all(".front-secondary h2") == ["Story 2", "Story 3"]


def test_no_story_stands_twice(read, make_story, world, sport):
    Section.objects.create(name="Rowing", slug="rowing", parent=sport)
    sections = list(Section.objects.all())
    for number in range(60):
        kind = "opinion" if number % 7 == 0 else "news"
        make_story(headline=f"Story {number}", section=sections[number % 3], kind=kind)

    shown = [text for text in headlines(read("/")) if text.startswith("Story")]

    assert len(shown) == len(set(shown)) > 20


def test_opinion_and_paid_pieces_never_lead(read, make_story, ann):
    make_story(headline="News of yesterday", at=timezone.now() - timedelta(hours=9))
    make_story(headline="A view", kind="opinion", credits=[(ann.pk, Role.WRITER)])
    make_story(headline="An offer", kind="sponsored")

    page = read("/")

    assert page.one(".front-lead h2") == "News of yesterday"
    assert page.one(".opinion-strip h3") == "A view"
    assert page.one(".opinion-author") == "Ann Weiss"
    assert page.one(".latest li .kind") == "Sponsored"
    assert page.one(".latest li h3") == "An offer"


def test_each_section_with_stories_has_its_block_in_the_order_of_the_navigation(read, make_story, world, sport):
    world.position, sport.position = 2, 1
    world.save()
    sport.save()
    Section.objects.create(name="Empty", slug="empty", position=0)
    for number in range(20):
        make_story(headline=f"World {number}", section=world)
    make_story(headline="An old match", section=sport, at=timezone.now() - timedelta(days=400))

    page = read("/")

    assert page.all(".block-head h2") == ["Sport", "World"]
    assert page.all(".block h3")[0] == "An old match"


def test_a_section_s_block_shows_what_is_filed_beneath_it(read, make_story, sport):
    rowing = Section.objects.create(name="Rowing", slug="rowing", parent=sport)
    for number in range(20):
        make_story(headline=f"World {number}")
    make_story(headline="Two eights sink", section=rowing, at=timezone.now() - timedelta(days=400))

    page = read("/")

    assert page.all(".block-head h2") == ["World", "Sport"] or page.all(".block-head h2") == ["Sport", "World"]
    assert "Two eights sink" in page.all(".block h3")


def test_the_section_that_the_opinion_strip_shows_has_no_block_besides(read, make_story, sport):
    views = Section.objects.create(name="Views", slug="views")
    for number in range(9):
        make_story(headline=f"View {number}", section=views, kind="opinion")
    for number in range(20):
        make_story(headline=f"Match {number}", section=sport)

    page = read("/")

    assert page.one(".opinion-strip h2") == "Views"
    assert page.attribute(".opinion-strip h2 a", "href") == ["/views/"]
    assert page.all(".block-head h2") == ["Sport"]


def test_no_picture_stands_twice(read, make_story, program):
    texts = {"title": "The quay", "alt": "The quay", "width": 1600, "height": 1067, "uploaded_by": program}
    pictures = [Picture.objects.create(digest=str(number) * 64, **texts) for number in (1, 2, 3)]
    for number in range(30):
        make_story(headline=f"Story {number}", lead_picture=pictures[number % 3])

    shown = read("/").attribute("main img", "src")

    assert len(shown) == len(set(shown)) == 3


def test_every_picture_names_who_made_it(read, make_story, program):
    size = {"width": 1600, "height": 1067, "uploaded_by": program, "alt": "The quay"}
    quay = Picture.objects.create(digest="1" * 64, title="The quay", credit="Anna Weiss / The Courier", **size)
    ferry = Picture.objects.create(digest="2" * 64, title="The ferry", credit="Henrik Moss", **size)
    make_story(headline="One", lead_picture=quay)
    make_story(headline="Two", lead_picture=ferry, lead_credit="Henrik Moss for an agency")

    shown = read("/").all(".teaser-picture .credit")

    assert set(shown) == {"Anna Weiss / The Courier", "Henrik Moss for an agency"}
