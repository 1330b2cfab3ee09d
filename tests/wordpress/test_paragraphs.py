"""Paragraphs as WordPress would have made them, and never a word lost."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wordpress.paragraphs import paragraphs

TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.DOTALL)

pieces = st.sampled_from(
    "<p>|</p>|<div>|</div>|<blockquote>|</blockquote>|<ul>|<li>|</li>|</ul>|<table><tr><td>|</td></tr></table>|<h2>|</h2>|"
    "<pre>|</pre>|<b>|</b>|<a href='x > y'>|</a>|<br>|<br />\n|<hr>|<img src=x>|<figure>|</figure>|<script>|</script>|"
    "<!-- note\n\n -->|\n|\n\n|\n \n\n| |one|two|three &amp; four|a < b|&nbsp;|[gallery]|<".split("|")
)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("One\n\nTwo", "<p>One</p> <p>Two</p>"),
        ("One\r\n\r\nTwo", "<p>One</p> <p>Two</p>"),
        ("One\nTwo", "<p>One<br> Two</p>"),
        ("One<br />\nTwo", "<p>One<br> Two</p>"),
        ("One\n\n\n \n\nTwo", "<p>One</p> <p>Two</p>"),
        ("<strong>One</strong> more", "<p><strong>One</strong> more</p>"),
        ("<p>Done</p>", "<p>Done</p>"),
        ("<p>One\n\nTwo</p>", "<p>One</p> <p>Two</p>"),
        ("Lead\n<h2>Head</h2>\nText", "<p>Lead</p> <h2>Head</h2><p>Text</p>"),
        ("<ul>\n<li>One</li>\n</ul>", "<ul> <li>One</li> </ul>"),
        ("<li>One\n\nTwo</li>", "<li><p>One</p> <p>Two</p> </li>"),
        ("<blockquote>Said\n\nDone</blockquote>", "<blockquote><p>Said</p> <p>Done</p> </blockquote>"),
        ("<pre>a\n\nb</pre>", "<pre>a b</pre>"),
        ("<pre><p>not\n\none</pre>after", "<pre><p>not one</pre><p>after</p>"),
        (
            "<figure><img src=x><figcaption>Cap</figcaption></figure>",
            "<figure><img src=x><figcaption>Cap</figcaption></figure>",
        ),
        ("a < b\n\nc > d", "<p>a < b</p> <p>c > d</p>"),
        ("One<hr />Two", "<p>One</p> <hr /><p>Two</p>"),
        ("", ""),
        (" \n\n ", " "),
    ],
)
def test_blank_lines_part_paragraphs_and_blocks_stay(written, marked):
    assert re.sub(r"\s+", " ", paragraphs(written)).strip() == marked.strip()


@given(st.lists(pieces, max_size=40).map("".join))
def test_every_word_stays_in_its_order(text):
    assert words(paragraphs(text)) == words(text)


@given(st.text(max_size=300))
def test_any_text_at_all_keeps_its_words(text):
    assert words(paragraphs(text)) == words(text)


@given(st.lists(st.sampled_from(["one", "two", "\n", "\n\n", " "]), max_size=30).map("".join))
def test_in_plain_text_every_word_stands_in_a_paragraph(text):
    assert re.sub(r"<p>.*?</p>", "", paragraphs(text), flags=re.DOTALL).strip() == ""


def words(text):
    return re.findall(r"\S+", unescape(TAG.sub(" ", text)))
