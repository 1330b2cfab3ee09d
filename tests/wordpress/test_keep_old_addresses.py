"""What stood at an address in WordPress stands there still, or is found from there."""

import pytest

from addresses.models import FormerAddress
from articles.models import Article
from masthead.models import StandingPage
from tests.wordpress.exports import category, item


def page(title, number, **fields):
    return item(title, id=number, **{"post_type": "page", "post_name": title.lower(), **fields})


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("https://example.org/2019/05/06/tide/", "/2019/05/06/tide/"),
        ("https://example.org/tide.html", "/tide.html"),
        ("https://example.org/index.php/2019/05/06/tide/", "/index.php/2019/05/06/tide/"),
        ("https://example.org/News/tide", "/News/tide"),
        ("https://example.org/%D0%BC%D0%BE%D1%80%D0%B5/", "/море/"),
    ],
)
def test_an_address_of_another_shape_leads_to_the_story(bring, write_export, client, link, asked):
    bring(write_export(item(post_name="tide", link=link)))
    assert client.get(asked, follow=True).redirect_chain == [("/2019/05/tide/", 301)]


def test_an_address_of_our_own_shape_simply_stays(bring, write_export, client):
    bring(write_export(item(post_name="tide", link="https://example.org/2019/05/tide/")))
    assert not FormerAddress.objects.filter(content_type__model="article").exists()
    assert client.get("/2019/05/tide/").status_code == 200


def test_an_address_that_is_only_a_number_cannot_be_kept_and_is_reported(bring, write_export):
    printed = bring(write_export(item(link="https://example.org/?p=12")))
    assert "1 × old address without a path (“/?p=12”) cannot lead here (“https://example.org/?p=12”)" in printed


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("%ce%b8%ce%ac%ce%bb%ce%b1%cf%83%cf%83%ce%b1", "θάλασσα"),
        ("with_underscore", "with_underscore"),
        ("hello-w\u202eorld\u202c-💫-test", "hello-world-test"),
        ("Capitals", "capitals"),
        ("", "a-story"),
        ("/../etc/", "etc"),
    ],
)
def test_a_slug_stays_where_the_desk_would_accept_it(bring, write_export, client, name, slug):
    bring(write_export(item(post_name=name)))
    story = Article.objects.get()
    story.clean_fields(exclude={field.name for field in story._meta.fields} - {"slug"})
    assert story.slug == slug
    assert client.get(story.get_absolute_url()).status_code == 200


def test_two_stories_of_one_month_and_slug_both_have_an_address(bring, write_export):
    printed = bring(write_export(item("One", post_name="tide"), item("Two", post_name="tide")))
    assert {str(story): story.slug for story in Article.objects.all()} == {"One": "tide", "Two": "tide-2"}
    assert "1 × story's address was taken by another; it has a number now (“/2019/05/tide-2/”)" in printed


def test_a_page_stands_where_its_link_says_or_beneath_its_parents(bring, write_export, client):
    pages = [
        page("About", 1, link="https://example.org/who/about/"),
        page("Team", 2, link="https://example.org/?page_id=2", post_parent=1),
        page("Jobs", 3, link="https://example.org/?page_id=3", post_parent=2),
        page("Home", 4, link="https://example.org/"),
    ]
    bring(write_export(*pages))
    assert set(StandingPage.objects.values_list("path", flat=True)) == {
        "who/about",
        "about/team",
        "about/team/jobs",
        "home",
    }
    assert client.get("/about/team/jobs/").status_code == 200


def test_a_page_whose_address_a_section_or_the_site_has_gets_another(bring, write_export, client):
    printed = bring(write_export(page("News", 1), page("Feed", 2), page("2019", 3), head=category("news", "News")))
    assert set(StandingPage.objects.values_list("path", flat=True)) == {"news-page", "feed-page", "2019-page"}
    assert "page's address /news/ is taken; it is another now (“/news-page/”)" in printed
    assert client.get("/news-page/").status_code == 200


def test_a_blog_beneath_a_path_keeps_its_links_and_drops_the_path_from_its_pages(bring, write_export, client):
    about = page("About", 1, link="https://example.org/blog/about/")
    story = item("Tide", post_name="tide", link="https://example.org/blog/2019/05/tide/")
    path = write_export(about, story)
    path.write_text(
        path.read_text().replace("base_blog_url>https://example.org<", "base_blog_url>https://example.org/blog<")
    )
    bring(path)
    assert client.get("/blog/about/", follow=True).redirect_chain == [("/about/", 301)]
    assert client.get("/blog/2019/05/tide/", follow=True).redirect_chain == [("/2019/05/tide/", 301)]
