"""Compression: brotli for readers, gzip for those who cannot take it, and never a page with a secret as brotli."""

import gzip

import brotli
import pytest

BOTH = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def test_a_reader_gets_brotli(client, make_story):
    make_story(headline="Ferry to run again", slug="ferry")
    plain = client.get("/").content
    response = client.get("/", headers=BOTH)
    assert response["Content-Encoding"] == "br"
    assert response["Vary"] == "Accept-Encoding"
    assert int(response["Content-Length"]) == len(response.content) < len(plain)
    assert brotli.decompress(response.content) == plain


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0", "br;q=0.0, gzip", "gzip;q=1.0, brotli"])
def test_a_browser_that_does_not_take_brotli_gets_gzip(client, make_story, accepted):
    make_story()
    response = client.get("/", headers={"Accept-Encoding": accepted})
    assert response["Content-Encoding"] == "gzip"
    assert b"Ferry to run again" in gzip.decompress(response.content)


def test_a_browser_that_takes_neither_gets_the_page_as_it_is(client, make_story):
    make_story()
    response = client.get("/", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in response
    assert b"Ferry to run again" in response.content


def test_what_may_hold_a_token_is_left_to_gzip_which_hides_its_length(client, sign_in, editor):
    assert client.get("/desk/login/", headers=BOTH)["Content-Encoding"] == "gzip"
    lengths = {len(sign_in(editor).get("/desk/", headers=BOTH).content) for _ in range(8)}
    assert len(lengths) > 1


def test_a_feed_that_has_not_changed_is_known_again(client, make_story):
    make_story()
    first = client.get("/feed/", headers=BOTH)
    assert first["Content-Encoding"] == "br"
    assert client.get("/feed/", headers={**BOTH, "If-None-Match": first["ETag"]}).status_code == 304
