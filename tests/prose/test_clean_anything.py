"""Properties of the cleaner, held against what hypothesis can think of."""

from hypothesis import given
from hypothesis import strategies as st

from prose.cleaning import clean
from prose.rendering import plain_text
from prose.rules import RULES
from tests.prose.inspection import breaches

NAMES = st.sampled_from(
    "p div b i a span h1 h2 ul ol li table tr td th thead tbody caption figure figcaption img br hr pre blockquote svg "
    "math template select option textarea title iframe noscript button details q u center font frameset plaintext xmp "
    "section strong em script style aside".split()
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " href=https://x.example",
        ' href="javascript:x"',
        " lang=en",
        " data-picture=4",
        " data-box=fact",
        " data-quote=pull",
        " data-embed=vimeo:12",
        " data-embed=vimeo:x",
        " src=http://x.example/y",
        " onclick=x",
    ]
)
BITS = st.one_of(
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
    st.builds("</{}>".format, NAMES),
    st.sampled_from(
        [
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?php",
            "&amp;",
            "&lt;b&gt;",
            "&nbsp;",
            "&#1;",
            "<",
            "\x00",
            "\x0b",
            "\ud800",
        ]
    ),
    st.text(max_size=5),
)
SOUP = st.lists(BITS, max_size=40).map("".join)
ANY_RULES = st.sampled_from(sorted(RULES)).map(RULES.get)


@given(SOUP | st.text(), ANY_RULES)
def test_nothing_outside_the_rules_remains(html, rules):
    assert breaches(clean(html, rules), rules) == []


@given(SOUP | st.text(), ANY_RULES)
def test_cleaning_what_is_clean_changes_nothing(html, rules):
    once = clean(html, rules)
    assert clean(once, rules) == once


@given(SOUP, SOUP, ANY_RULES)
def test_the_long_way_round_for_large_inputs_holds_the_same(html, more, rules):
    once = clean(html * 30 + more * 30, rules)
    assert breaches(once, rules) == []
    assert clean(once, rules) == once


# Trees as people write them: every element closed, text only where text may stand. Each word is unique, so that the
# order can be read off the result.
INLINE = st.sampled_from("b i strong em s u sub sup code cite span a mark small font abbr q ins del".split())
BLOCK = st.sampled_from(
    "p div section article h1 h2 h3 h6 blockquote pre address header footer details center dl dt figure "
    "figcaption aside".split()
)


def _element(name, inside):
    return f"<{name}>{''.join(inside)}</{name}>"


def _list(items):
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _table(rows):
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    )


RUN = st.recursive(
    st.just(" # ") | st.just("#&amp;# ") | st.just("<br>"),
    lambda inner: st.builds(_element, INLINE, st.lists(inner, min_size=1, max_size=3)),
    max_leaves=5,
)
TREE = st.recursive(
    st.builds(_element, st.sampled_from("p h2 h4 blockquote pre li".split()), st.lists(RUN, min_size=1, max_size=4))
    | RUN,
    lambda inner: st.one_of(
        st.builds(_element, BLOCK, st.lists(inner, min_size=1, max_size=4)),
        st.lists(inner, min_size=1, max_size=3).map(_list),
        st.lists(st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=2).map(_table),
    ),
    max_leaves=15,
)


def numbered(html):
    first, *rest = html.split("#")
    return first + "".join(f"w{number}{part}" for number, part in enumerate(rest)), len(rest)


def in_order(words):
    return [f"w{number}" for number in range(words)]


@given(TREE, ANY_RULES)
def test_every_word_stays_in_order(html, rules):
    html, words = numbered(html)
    assert plain_text(clean(html, rules)).replace("&", " ").split() == in_order(words)


@given(TREE, ANY_RULES)
def test_every_word_stays_in_order_in_a_large_text_too(html, rules):
    html, words = numbered(html + "<p># <b>#</b></p>" * 200)
    assert plain_text(clean(html, rules)).replace("&", " ").split() == in_order(words)


@given(TREE, ANY_RULES)
def test_scripts_and_styles_go_with_what_they_hold(html, rules):
    html, words = numbered(html)
    hidden = "<script>secret()</script><style>secret { }</style>"
    assert plain_text(clean(hidden + html + hidden, rules)).replace("&", " ").split() == in_order(words)
