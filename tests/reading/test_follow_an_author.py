import pytest

from articles.models.byline import Role
from authors.models import Author, AuthorLink
from masthead.models import StandingPage
from pictures.models import Picture


def test_an_author_s_page_says_who_they_are(read, make_story, ann, bo):
    ann.bio = "<p>Reports from the quay.</p>"
    ann.location, ann.languages, ann.expertise = "Oldquay", "English, Dutch", "Ports, shipping law"
    ann.public_email, ann.public_phone = "ann@paper.example", "+000 55 0142"
    ann.save()
    AuthorLink.objects.create(author=ann, label="Mastodon", url="https://example.org/@ann")
    make_story(headline="By Ann", credits=[(ann.pk, Role.WRITER)])
    make_story(headline="With pictures by Ann", credits=[(bo.pk, Role.WRITER), (ann.pk, Role.PHOTOGRAPHER)])
    make_story(headline="By Bo", credits=[(bo.pk, Role.WRITER)])

    page = read("/authors/ann-weiss/")

    assert page.one("h1") == "Ann Weiss"
    assert page.one(".profile-title") == "Correspondent"
    assert page.one(".profile-bio") == "Reports from the quay."
    assert page.all(".facts dd") == [
        "Oldquay",
        "Portsshipping law",
        "EnglishDutch",
        "ann@paper.example",
        "+000 55 0142",
        "Mastodon",
        "RSS feed",
    ]
    assert page.all(".facts li") == ["Ports", "shipping law", "English", "Dutch", "Mastodon", "RSS feed"]
    assert page.attribute(".facts a", "href") == [
        "mailto:ann@paper.example",
        "tel:+000550142",
        "https://example.org/@ann",
        "/authors/ann-weiss/feed/",
    ]
    assert page.all(".river h3") == ["With pictures by Ann", "By Ann"]
    assert page.all(".profile-former") == []


def test_one_who_left_is_said_to_have_left(read, ann):
    ann.is_active = False
    ann.save()

    assert "no longer works for" in read("/authors/ann-weiss/").one(".profile-former")


def test_an_author_without_stories_has_a_page_that_says_so(read, ann):
    assert read("/authors/ann-weiss/").one(".empty") == "Nothing has been published under this name yet."


def test_everyone_stands_on_the_list_and_those_who_left_below(read, ann, bo):
    bo.is_active = False
    bo.save()

    page = read("/authors/")

    assert page.all(".person-name") == ["Ann Weiss", "Bo Lind"]
    assert page.one("main h2") == "They used to"


def test_a_list_of_nobody_says_so(read, db):
    assert "Nobody has been introduced yet." in read("/authors/").one(".empty")


def test_nobody_of_that_name(read, ann):
    read("/authors/nobody/", status=404)


def test_a_portrait_stands_with_its_credit(read, program, ann):
    picture = {"digest": "a" * 64, "width": 800, "height": 800, "uploaded_by": program, "credit": "Henrik Moss"}
    ann.portrait = Picture.objects.create(title="Ann", **picture)
    ann.save()

    assert read("/authors/ann-weiss/").one(".profile-portrait figcaption") == "Image Credit: Henrik Moss"


def test_a_story_of_two_names_both_on_either_page(read, make_story, ann, bo):
    make_story(credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER)])

    for slug in ("ann-weiss", "bo-lind"):
        assert "By Ann Weiss and Bo Lind" in read(f"/authors/{slug}/").one(".teaser-foot")


def test_a_bare_author_has_a_bare_page(read, bo):
    page = read("/authors/bo-lind/")

    assert page.all(".facts dt") == ["To follow"]
    assert page.all(".profile-bio") == page.all(".profile-portrait") == page.all(".profile-title") == []


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Ports, shipping law", ["Ports", "shipping law"]),
        ("الموانئ، البحر", ["الموانئ", "البحر"]),
        ("港、海", ["港", "海"]),
        (" , ", []),
    ],
)
def test_lists_are_written_with_the_commas_of_any_script(written, listed):
    assert Author(expertise=written).areas_of_expertise == Author(languages=written).spoken_languages == listed


def test_many_authors_are_shown_sixty_at_a_time(read, db):
    Author.objects.bulk_create(
        Author(name=f"Author {number:03d}", slug=f"author-{number}", is_active=number % 3 > 0) for number in range(150)
    )

    seen, addresses = [], ["/authors/"]
    while addresses:
        page = read(addresses[-1])
        seen.append(page.all(".person-name"))
        older = page.tree.xpath("//a[@rel='next']/@href")
        if not older:
            break
        addresses.append("/authors/" + older[0])

    active = [f"Author {number:03d}" for number in range(150) if number % 3]
    former = [f"Author {number:03d}" for number in range(150) if not number % 3]
    assert [name for part in seen for name in part] == active + former
    assert [len(part) for part in seen] == [60, 60, 30]
    assert read(addresses[1]).meta("robots") == "noindex, follow"
    read("/authors/?after=nobody", status=404)


def test_the_staff_page_s_words_stand_above_the_list(read, client, ann):
    StandingPage.objects.create(
        path="people", title="The people", body="<p>We are two.</p>", purpose="staff", is_published=True
    )

    page = read("/authors/")

    assert page.one("h1") == "The people"
    assert page.one("main .prose") == page.meta("description") == "We are two."
    assert page.all(".person-name") == ["Ann Weiss"]
    assert page.attribute(".foot a", "href").count("/authors/") == 1
    moved = client.get("/people/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/authors/")


def test_a_staff_page_that_is_not_published_changes_nothing(read, ann):
    StandingPage.objects.create(path="people", title="Secret", body="<p>We are two.</p>", purpose="staff")

    assert read("/authors/").one("h1") == "Who writes here"
    read("/people/", status=404)


def test_a_part_in_somebody_else_s_story_is_named(read, make_story, ann, bo):
    make_story(credits=[(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)])

    foot = read("/authors/bo-lind/").one(".teaser-foot")

    assert "By Ann Weiss" in foot
    assert "Photographs by Bo Lind" in foot
    assert "Photographs" not in read("/").one(".teaser-foot")
