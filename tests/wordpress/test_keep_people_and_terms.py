"""Users, categories and tags become authors, sections and topics, each once, whatever their names."""

from articles.models import Article, Topic
from authors.models import Author
from sections.models import Section
from tests.wordpress.exports import author, category, export_file, item, tag


def bylines(story):
    return [byline.author.name for byline in story.bylines.all()]


def test_co_authors_stand_on_the_byline_in_order_and_each_once(bring):
    bring(export_file("tryghost-migrate/co-authors-plus.xml"))
    assert {story.headline: bylines(story) for story in Article.objects.all()} == {
        "Multi-Author Post": ["Alice Smith", "Bob Jones"],
        "Three Author Post": ["Alice Smith", "Bob Jones", "Carol White"],
        "Single Co-Author Post": ["Bob Jones"],
        "Duplicate Author Entries Post": ["Alice Smith", "Bob Jones"],
    }


def test_a_guest_author_without_an_account_gets_a_byline(bring, write_export):
    printed = bring(write_export(item(terms=[("author", "cap-ada-byron", "Ada Byron")])))
    assert bylines(Article.objects.get()) == ["Ada Byron"]
    assert Author.objects.get().get_absolute_url() == "/authors/ada-byron/"
    assert "author made from a story's byline" in printed


def test_a_login_with_a_space_an_author_without_a_name_and_one_whose_name_is_too_long(bring, write_export):
    head = (
        author("hugo dworak") + author("x" * 60, "Long " * 40) + author("editor", "The &amp; Editor", "ed@example.org")
    )
    printed = bring(write_export(head=head))
    assert set(Author.objects.values_list("slug", flat=True)) == {"hugo-dworak", "x" * 60, "editor"}
    assert set(Author.objects.filter(slug="editor").values_list("name", "public_email")) == {("The & Editor", "")}
    assert max(len(name) for name in Author.objects.values_list("name", flat=True)) <= 120
    assert "1 × e-mail address of an author" in printed


def test_old_addresses_of_authors_sections_and_topics_lead_to_the_new_ones(bring, write_export, client):
    head = (
        author("ann", "Ann") + category("news", "News") + category("world", "World", parent="news") + tag("sea", "Sea")
    )
    bring(write_export(item(terms=[("post_tag", "sea", "Sea")]), head=head))
    for old, new in {
        "/author/ann/": "/authors/ann/",
        "/category/news/world/": "/world/",
        "/category/world/feed/": "/world/feed/",
        "/tag/sea/": "/topics/sea/",
    }.items():
        assert client.get(old, follow=True).redirect_chain == [(new, 301)], old


def test_categories_deeper_than_two_levels_stand_beneath_their_topmost_one(bring, write_export):
    head = category("c", "C", parent="b") + category("a", "A") + category("b", "B", parent="a")
    printed = bring(write_export(head=head))
    assert set(Section.objects.values_list("name", "parent__name")) == {("A", None), ("B", "A"), ("C", "A")}
    assert "1 × category deeper than two levels" in printed


def test_categories_that_are_each_others_parents_come_in_all_the_same(bring, write_export):
    bring(write_export(head=category("a", "A", parent="b") + category("b", "B", parent="a")))
    assert Section.objects.count() == 2


def test_sections_of_the_same_name_are_told_apart(bring, write_export):
    head = category("foo", "Foo") + category("bar", "Bar") + category("foo-bar", "Foo", parent="bar")
    head += category("foo-3", "Foo") + category("long", "Words " * 30)
    printed = bring(write_export(head=head))
    names = dict(Section.objects.values_list("slug", "name"))
    assert names.pop("long").startswith("Words Words")
    assert names == {"foo": "Foo", "bar": "Bar", "foo-bar": "Foo (Bar)", "foo-3": "Foo 2"}
    assert "section's name longer than 60 characters was cut" in printed


def test_a_term_that_only_a_story_names_is_made_too(bring, write_export):
    bring(write_export(item(terms=[("category", "sport", "Sport"), ("post_tag", "tides", "Tides &amp; winds")])))
    story = Article.objects.get()
    assert (story.section.name, [topic.name for topic in story.topics.all()]) == ("Sport", ["Tides & winds"])


def test_the_category_that_yoast_calls_primary_is_the_section(bring, write_export):
    head = category("a", "A", term_id="11") + category("b", "B", term_id="12")
    terms = [("category", "a", "A"), ("category", "b", "B")]
    bring(write_export(item(terms=terms, meta={"_yoast_wpseo_primary_category": "12"}), head=head))
    story = Article.objects.get()
    assert (story.section.name, [section.name for section in story.further_sections.all()]) == ("B", ["A"])


def test_a_story_without_a_category_is_uncategorized(bring, write_export):
    bring(write_export(item()))
    assert Article.objects.get().section.name == "Uncategorized"


def test_wxr_1_0_names_each_term_twice_and_it_is_one(bring):
    bring(export_file("wordpress-importer/valid-wxr-1.0.xml"))
    story = Article.objects.get(slug="alpha-post")
    assert (story.section.name, {topic.name for topic in story.topics.all()}) == ("alpha", {"news", "roar"})
    assert not story.further_sections.exists()


def test_tags_of_one_name_become_one_topic_and_both_addresses_lead_there(bring, write_export, client):
    head = tag("content", "content") + tag("content-2", "Content")
    bring(write_export(item(terms=[("post_tag", "content-2", "Content")]), head=head))
    assert [topic.slug for topic in Topic.objects.all()] == ["content"]
    assert client.get("/tag/content-2/", follow=True).redirect_chain == [("/topics/content/", 301)]


def test_a_topic_keeps_the_slug_that_its_tag_had(bring, write_export):
    bring(write_export(head=tag("c-plus-plus", "C++") + tag("%e6%b5%b7", "海") + tag("long", "long " * 50)))
    topics = dict(Topic.objects.values_list("slug", "name"))
    assert len(topics.pop("long")) <= 100
    assert topics == {"c-plus-plus": "C++", "海": "海"}
