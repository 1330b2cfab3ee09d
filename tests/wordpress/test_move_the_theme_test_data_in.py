"""WordPress' own test data: classic and block posts, nested categories, odd titles, every status."""

from collections import Counter

from articles.models import Article, Topic
from articles.models.status import Status
from authors.models import Author
from masthead.models import StandingPage
from sections.models import Section
from tests.wordpress.exports import export_file


def test_theme_test_data_comes_in_whole(bring, client):
    printed = bring(export_file("wordpress-importer/theme-unit-test-data.xml"))
    assert Counter(Article.objects.values_list("status", flat=True)) == {Status.PUBLISHED: 56, Status.DRAFT: 2}
    assert [story.headline for story in Article.objects.scheduled()] == ["Scheduled"]
    assert StandingPage.objects.count() == 21
    assert Section.objects.count() == 68
    assert Topic.objects.count() == 113  # 110 and 4 that only stories name, less one whose name another has
    assert set(Author.objects.values_list("name", flat=True)) == {"Theme Buster", "Theme Reviewer", ">themereviewteam"}
    for line in (
        "37 × file of the media library",
        "70 × entry of a menu",
        "29 × comment",
        "4 × pingback",
        "12 × [gall",
    ):
        assert line in printed
    long_title = "/2009/10/title-should-not-overflow-the-content-area/"
    for path in ("/level-1/level-2/level-3/", "/greek/επίπεδο-2/επίπεδο-3/", long_title):
        assert client.get(path).status_code == 200, path
    assert client.get("/2018/10/20/keyboard-navigation/", follow=True).redirect_chain == [
        ("/2018/10/keyboard-navigation/", 301)
    ]
