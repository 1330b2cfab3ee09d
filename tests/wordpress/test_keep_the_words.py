"""Headlines, standfirsts and bodies: every word stays, and what cannot be shown any more is named."""

import pytest

from articles.models import Article
from prose.cleaning import clean
from prose.rendering import plain_text
from prose.rules import RULES
from tests.wordpress.exports import export_file, item
from wordpress.body import body
from wordpress.records import Site
from wordpress.report import Report

SITE = Site("example.org", hosts=frozenset({"example.org", "www.example.org"}))
IMG = '<img src="https://example.org/wp-content/uploads/ferry.jpg" alt="Ferry" />'


def told(text):
    """The body as it is kept, and what the report says about it."""
    report = Report("")
    kept = clean(body(text, SITE, report.remarks_on("")), RULES["story"])
    return "".join(kept.split("\n")), dict(report.remarks)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("One.\n\nTwo,\nand a half.", "<p>One.</p><p>Two,<br>and a half.</p>"),
        (
            f'[caption id="a" width="3"]{IMG} A <em>ferry</em>[/caption]',
            "<figure>IMG<figcaption>A <em>ferry</em></figcaption></figure>",
        ),
        (
            f"[caption caption='Old &amp; new']{IMG}[/caption]",
            "<figure>IMG<figcaption>Old &amp; new</figcaption></figure>",
        ),
        (f"Before {IMG} after", "<figure>IMG</figure><p>Before  after</p>"),
        (f'<a href="https://example.org/ferry.jpg">{IMG}</a>', "<figure>IMG</figure>"),
        (f"<h2>{IMG} Head</h2>", "<figure>IMG</figure><h2>Head</h2>"),
        ("<!-- wp:paragraph -->\n<p>Block\ntext</p>\n<!-- /wp:paragraph -->", "<p>Blocktext</p>"),
        ('<div class="a"><div>One</div><div>Two</div></div>', "<p>One</p><p>Two</p>"),
        ("<dl><dt>Tide</dt><dd>Water</dd></dl>", "<p>Tide</p><p>Water</p>"),
        ("<ul><li>One</li>\n<li>Two</li></ul>", "<ul><li>One</li><li>Two</li></ul>"),
        ("<pre>a\n\n  b [gallery]</pre>", "<pre>a  b [gallery]</pre>"),
        ('[sourcecode lang="py"]if a < b:\n\n  c[/sourcecode]', "<pre>if a &lt; b:  c</pre>"),
        ("See [[gallery]] and [sic].", "<p>See [gallery] and [sic].</p>"),
        ("One<!--more-->Two<!--nextpage-->Three", "<p>One</p><p>Two</p><p>Three</p>"),
        ("Say <?php echo 1; ?> and <![CDATA[x]]>", "<p>Say &lt;?php echo 1; ?&gt; and &lt;![CDATA[x]]&gt;</p>"),
        ('<a href="https://www.example.org/2019/05/x/?a=1#b">x</a>', '<p><a href="/2019/05/x/?a=1#b">x</a></p>'),
        ('<a href="../2008/01/x/">x</a>', '<p><a href="/2008/01/x/">x</a></p>'),
        ('<a href="https://example.com/">x</a>', '<p><a href="https://example.com/">x</a></p>'),
        ('<a href="http://[half">x</a>', "<p>x</p>"),
        ("Ha <img class='wp-smiley' src='https://example.org/s.gif' alt=':-)' />", "<p>Ha :-)</p>"),
        ("text &#0; &#xD800; \u202e", "<p>text \ufffd \ufffd \u202e</p>"),
        ("", ""),
    ],
)
def test_a_body_becomes_clean_html(written, kept):
    img = '<img src="https://example.org/wp-content/uploads/ferry.jpg" alt="Ferry">'
    assert told(written)[0] == kept.replace("IMG", img)


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ('[gallery ids="1,2"]', "[gallery] left as text"),
        ("[contact-form to=a]", "[contact-form] left as text"),
        ("[note]Mind the gap[/note]", "[note] left as text"),
        ("a<script>b()</script>", "script or style sheet dropped from a text"),
        ("<form><input></form>", "form dropped from a text, but for its words"),
        ("<svg><path/></svg>", "drawing (SVG, canvas) dropped from a text"),
        ("a<!-- hidden -->", "comment hidden in a text (“<!-- … -->”) dropped"),
        ("a<!--nextpage-->b", "page break within a text dropped; it is on one page now"),
        ("<!-- wp:latest-posts /-->", "block that WordPress fills in itself, left out"),
        ("<iframe src='https://a.example/v'></iframe>", "player or frame from another site became a link"),
        ("https://youtu.be/x", "address alone on a line, where WordPress shows a player, became a link"),
        (IMG, "picture in a text still lies on the old site, and is shown as a link to it"),
        ('<img src="data:image/gif;base64,R0">', "picture without an address, or kept within the text itself, dropped"),
        (f"{IMG.replace('/>', 'width=1 height=1 />')}", "picture of one pixel, which counts readers, dropped"),
        ('<a href="https://example.org/wp-content/a.pdf">a</a>', "link to a file of the old site left as it was"),
        (
            '<a href="https://example.org/?p=3">a</a>',
            "link to a page of the old site by its number (“/?p=12”) left as it was",
        ),
        ("<div>" * 400 + "deep", "text nested too deeply to be put in order; it was only cleaned"),
    ],
)
def test_what_is_not_as_it_was_is_named(written, remark):
    assert told(written)[1] == {remark: 1}


@pytest.mark.parametrize(
    ("player", "address"),
    [
        ('<iframe src="//player.example/1"></iframe>', "https://player.example/1"),
        ('<embed src="https://player.example/2">', "https://player.example/2"),
        (
            '<object><param name="movie" value="https://player.example/3"><embed src="https://b.example"></object>',
            "https://player.example/3",
        ),
        ('<video><source src="https://player.example/4.mp4"></video>', "https://player.example/4.mp4"),
        ("[embed]https://player.example/5[/embed]", "https://player.example/5"),
    ],
)
def test_a_player_becomes_a_link(player, address):
    assert (
        told(f"Before\n\n{player}\n\nafter")[0] == f'<p>Before</p><p><a href="{address}">{address}</a></p><p>after</p>'
    )


def test_deep_nesting_is_quick_and_keeps_the_words():
    kept, _ = told("<div><b>" * 50_000 + "the words")
    assert "the words" in kept


# Headlines and the texts around the body


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry &amp; tide", "Ferry & tide"),
        ("With <em>emphasis</em>", "With emphasis"),
        ("The <html> element", "The <html> element"),
        ("", "Some words."),
        ("word " * 100, ("word " * 59).strip() + "…"),
        ("Road \u202eNot\u202c taken", "Road \u202eNot\u202c taken"),
    ],
)
def test_a_title_becomes_a_headline(bring, write_export, title, headline):
    bring(write_export(item(title)))
    assert Article.objects.get().headline == headline


def test_a_story_without_title_or_body_is_untitled(bring, write_export):
    printed = bring(write_export(item("", "")))
    assert Article.objects.get().headline == "Untitled"
    assert "1 × story without a title" in printed
    assert "1 × story without a body" in printed


def test_an_excerpt_becomes_the_standfirst(bring, write_export):
    bring(write_export(item(excerpt="<p>The ferry\n<strong>runs</strong>.</p>")))
    assert Article.objects.get().standfirst == "The ferry runs."


def test_a_long_excerpt_is_cut_between_words_and_reported(bring, write_export):
    printed = bring(write_export(item(excerpt="word " * 200)))
    standfirst = Article.objects.get().standfirst
    assert len(standfirst) <= 600
    assert standfirst.endswith("word…")
    assert "1 × standfirst longer than 600 characters was cut" in printed


def test_yoasts_texts_for_search_engines_come_along_unless_they_are_variables(bring, write_export):
    bring(export_file("tryghost-migrate/has-yoast-meta.xml"))
    story = Article.objects.get(slug="my-sample-post")
    assert story.search_title == "My Custom SEO Title for Search Engines"
    assert story.search_description == "A short description of the post for search engine results pages"
    printed = bring(write_export(item("Vars", meta={"_yoast_wpseo_title": "%%title%% %%sep%% %%sitename%%"})))
    assert Article.objects.get(slug__startswith="story-").search_title == ""
    assert "1 × Yoast title or description made of variables" in printed


def test_a_canonical_address_elsewhere_comes_along_and_one_of_the_old_site_does_not(bring, write_export):
    meta = "_yoast_wpseo_canonical"
    elsewhere, own = item("A", meta={meta: "https://first.example/x"}), item("B", meta={meta: "https://example.org/x"})
    bring(write_export(elsewhere, own))
    assert dict.fromkeys(["A", "B"], "") | {"A": "https://first.example/x"} == {
        story.headline: story.canonical_url for story in Article.objects.all()
    }


def test_hard_unicode_comes_through(bring):
    bring(export_file("wordpress-importer/wxr-utf-8-challenges.xml"))
    story = Article.objects.get()
    text = plain_text(story.body)
    assert "السلام عليكم" in text
    assert "🚀🌟💫" in text
    assert "\ufffd" in text  # the references to lone surrogates
    assert story.slug == "hello-world-utf8-test"


def test_the_same_item_twice_comes_once_and_two_with_one_number_come_both(bring, write_export):
    one, other = item("One", id=7), item("Other", id=7)
    printed = bring(write_export(one, one, other))
    assert sorted(map(str, Article.objects.all())) == ["One", "Other"]
    assert "1 × item that the file holds twice, word for word" in printed
    assert "1 × number used for two different items; both were imported" in printed
    assert "unchanged since the last import: 1 author, 2 stories" in bring(write_export(one, one, other))


def test_what_else_a_site_holds_is_counted_by_name(bring, write_export):
    comments = "<wp:comment><wp:comment_type></wp:comment_type></wp:comment>" * 2
    comments += "<wp:comment><wp:comment_type>pingback</wp:comment_type></wp:comment>"
    printed = bring(
        write_export(
            item("Talk", more=comments, is_sticky="1", meta={"mood": "calm", "_thumbnail_id": "9", "_edit_lock": "1"}),
            item("A file", post_type="attachment", status="inherit"),
            item("", post_type="nav_menu_item"),
            item("A recipe", post_type="recipe"),
            item("Aside", terms=[("post_format", "post-format-aside", "Aside")]),
        )
    )
    for line in (
        "2 × comment (“Talk”)",
        "1 × pingback (“Talk”)",
        "1 × post pinned to the front (“sticky”) (“Talk”)",
        "1 × custom field “mood” (“Talk”)",
        "1 × lead picture (“featured image”), since files are not carried over (“Talk”)",
        "1 × file of the media library (“A file”)",
        "1 × entry of a menu",
        "1 × item of the type “recipe” (“A recipe”)",
        "1 × use of the taxonomy “post_format” (“Aside”)",
    ):
        assert line in printed
    assert "_edit_lock" not in printed
