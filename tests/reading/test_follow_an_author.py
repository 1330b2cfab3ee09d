from articles.models.byline import Role
from authors.models import AuthorLink


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
        "Ports, shipping law",
        "English, Dutch",
        "ann@paper.example",
        "+000 55 0142",
        "Mastodon, RSS feed",
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
