"""Something of another site, from the address that somebody pastes to the address that readers get."""

import pytest

from prose.embeds import PROVIDERS, STORED, Embed, stored_for

# What is pasted: what is stored, where readers may go, and what may be loaded.
ADDRESSES = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3": (
        "youtube:dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    ),
    "https://vimeo.com/channels/staffpicks/123456": (
        "vimeo:123456",
        "https://vimeo.com/123456",
        "https://player.vimeo.com/video/123456?dnt=1",
    ),
    "https://soundcloud.com/a-b/sets/c_d?si=x": (
        "soundcloud:a-b/sets/c_d",
        "https://soundcloud.com/a-b/sets/c_d",
        "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a-b/sets/c_d",
    ),
    "https://open.spotify.com/intl-de/episode/0123456789abcdefghijAB?si=1": (
        "spotify:episode/0123456789abcdefghijAB",
        "https://open.spotify.com/episode/0123456789abcdefghijAB",
        "https://open.spotify.com/embed/episode/0123456789abcdefghijAB",
    ),
    "https://datawrapper.dwcdn.net/AbCd1/3/": (
        "datawrapper:AbCd1",
        "https://datawrapper.dwcdn.net/AbCd1/",
        "https://datawrapper.dwcdn.net/AbCd1/",
    ),
    "https://www.openstreetmap.org/search?query=x#map=15/51.5/-0.12&layers=T": (
        "openstreetmap:15/51.5/-0.12",
        "https://www.openstreetmap.org/#map=15/51.5/-0.12",
        "https://www.openstreetmap.org/export/embed.html?bbox=-0.13373%2C51.49519%2C-0.10627%2C51.50481&marker=51.5%2C-0.12",
    ),
    "https://bsky.app/profile/ann.bsky.social/post/3kabcdefgh2": (
        "bluesky:ann.bsky.social/3kabcdefgh2",
        "https://bsky.app/profile/ann.bsky.social/post/3kabcdefgh2",
        "https://embed.bsky.app/embed/ann.bsky.social/app.bsky.feed.post/3kabcdefgh2",
    ),
    "https://twitter.com/ann_w/status/123?s=20": (
        "x:ann_w/123",
        "https://x.com/ann_w/status/123",
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123",
    ),
    "https://www.instagram.com/ann/reel/AbC-d_e/": (
        "instagram:reel/AbC-d_e",
        "https://www.instagram.com/reel/AbC-d_e/",
        "https://www.instagram.com/reel/AbC-d_e/embed/",
    ),
    "https://www.tiktok.com/@a.b/video/1234567": (
        "tiktok:@a.b/1234567",
        "https://www.tiktok.com/@a.b/video/1234567",
        "https://www.tiktok.com/embed/v2/1234567",
    ),
    "https://Social.Example/@ann/112233445566": (
        "mastodon:social.example/@ann/112233445566",
        "https://social.example/@ann/112233445566",
        "",
    ),
}


@pytest.mark.parametrize("pasted", ADDRESSES)
def test_from_what_is_pasted_to_what_readers_get(pasted):
    embed = Embed.stored(stored_for(pasted))
    assert (stored_for(pasted), embed.page, embed.frame) == ADDRESSES[pasted]


def test_every_provider_is_tried_here():
    assert {stored_for(pasted).partition(":")[0] for pasted in ADDRESSES} == set(PROVIDERS)


@pytest.mark.parametrize("pasted", ADDRESSES)
def test_the_page_that_readers_get_is_recognised_again(pasted):
    assert stored_for(ADDRESSES[pasted][1]) == ADDRESSES[pasted][0]


@pytest.mark.parametrize(
    "pasted",
    [
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ",
        "http://youtube.com/shorts/dQw4w9WgXcQ?feature=share",
        "https://www.youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0",
        " https://youtu.be/dQw4w9WgXcQ?si=abc\n",
    ],
)
def test_one_film_has_many_addresses(pasted):
    assert stored_for(pasted) == "youtube:dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "youtube",
        "https://example.org/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/@channel",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ<script>",
        "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
        "ftp://youtu.be/dQw4w9WgXcQ",
        "http://[",
    ],
)
def test_what_is_of_no_provider(pasted):
    assert stored_for(pasted) is None


@pytest.mark.parametrize("value", [None, "", "youtube", "youtube:", "youtube:short", "evil:dQw4w9WgXcQ", "vimeo:1\n"])
def test_what_is_not_stored_by_us_stands_for_nothing(value):
    assert Embed.stored(value) is None


@pytest.mark.parametrize("stored", [stored for stored, _, _ in ADDRESSES.values()])
def test_no_id_can_leave_its_place_in_an_address(stored):
    middle = len(stored) - 2
    assert [c for c in "\"'<>&?#\\ %{}\n" if STORED.fullmatch(stored[:middle] + c + stored[middle:])] == []
