"""Other sites learn of a reader only when the reader asks: the page's policy, header by header."""

from datetime import UTC, datetime

from masthead.models import StandingPage

MORNING = datetime(2022, 7, 3, 6, 20, tzinfo=UTC)
ADDRESS = "/2022/07/ferry-to-run-again/"
EMBEDS = "".join(
    f'<figure data-embed="{name}"></figure>'
    for name in ("vimeo:1", "vimeo:2", "youtube:dQw4w9WgXcQ", "mastodon:social.example/@ann/123456")
)


def policy(client, address):
    return dict(part.split(" ", 1) for part in client.get(address)["Content-Security-Policy"].split("; "))


def test_only_the_frames_that_a_story_holds_may_be_loaded_into_it(client, make_story):
    make_story(at=MORNING, body=EMBEDS)
    make_story(at=MORNING, headline="Plain", slug="plain")

    strict = policy(client, "/2022/07/plain/")

    assert "frame-src" not in strict
    assert strict["default-src"] == "'none'"
    assert policy(client, ADDRESS) == strict | {
        "frame-src": "https://player.vimeo.com https://www.youtube-nocookie.com"
    }
    assert policy(client, "/") == strict


def test_a_preview_may_load_the_same(sign_in, editor, make_story):
    story = make_story("draft", body=EMBEDS)
    address = f"/desk/preview/{story.pk}/{story.working_copy_id}/"

    assert policy(sign_in(editor), address)["frame-src"] == "https://player.vimeo.com https://www.youtube-nocookie.com"


def test_a_standing_page_may_hold_them_too(client, db):
    StandingPage.objects.create(path="film", title="Film", body=EMBEDS, is_published=True)

    assert policy(client, "/film/")["frame-src"] == "https://player.vimeo.com https://www.youtube-nocookie.com"


def test_a_page_loads_nothing_of_another_site_by_itself(read, make_story):
    make_story(at=MORNING, body=EMBEDS)

    page = read(ADDRESS)

    assert page.elements("iframe") == []
    assert {src for src in page.tree.xpath("//@src") if not src.startswith("/")} == set()
    assert page.all(".embed-address") == [
        "https://vimeo.com/1",
        "https://vimeo.com/2",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://social.example/@ann/123456",
    ]
    assert page.all(".embed-load") == [
        "Load this from Vimeo. It may then know that you read this.",
        "Load this from Vimeo. It may then know that you read this.",
        "Load this from YouTube. It may then know that you read this.",
    ]
