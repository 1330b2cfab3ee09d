import pytest
from django.test import Client
from django.views.defaults import server_error

from tests.reading.page import Page


def test_a_broken_server_answers_without_its_database(rf):
    # No database fixture here: a query would fail the test.
    page = Page(server_error(rf.get("/")))

    assert page.response.status_code == 500
    assert page.one("h1") == "Something went wrong on our side"
    assert page.attribute("a", "href") == ["/"]


def test_what_is_forbidden_is_said_on_a_page_of_the_paper(db):
    page = Page(Client(enforce_csrf_checks=True).post("/search/"))

    assert page.response.status_code == 403
    assert page.one("h1") == "This is not open to you"


@pytest.mark.parametrize("address", ["/", "/world/", "/search/?q=ferry", "/feed/", "/nothing/", "/authors/"])
def test_readers_are_given_no_cookie_and_no_page_of_their_own(client, make_story, address):
    make_story()

    response = client.get(address)

    assert response.cookies == {}
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("address", ["/", "/world/", "/search/?q=ferry", "/feed/", "/sitemap.xml", "/robots.txt"])
def test_the_head_alone_can_be_asked_for(client, make_story, address):
    make_story()

    head, whole = client.head(address), client.get(address)

    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Type"] == whole["Content-Type"]
