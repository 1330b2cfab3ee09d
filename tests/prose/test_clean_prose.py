"""What becomes of the HTML that people and programs really write."""

import pytest

from prose.cleaning import clean
from prose.rules import RULES

STORY = {
    "<p>a <b>b</b> <i>c</i> <del>d</del> <strike>e</strike></p>": (
        "<p>a <strong>b</strong> <em>c</em> <s>d</s> <s>e</s></p>"
    ),
    "<h1>a</h1><h5>b</h5><h6>c</h6>": "<h2>a</h2><h4>b</h4><h4>c</h4>",
    '<p style="color: red" class="MsoNormal" onclick="x()">a <font face="Arial">b</font> <u>c</u></p>': "<p>a b c</p>",
    "<p>a</p>\n\n<p>&nbsp;</p><p> <br> </p><h2></h2>": "<p>a</p>",
    "<p>a<br>b<br><br>&nbsp;</p>": "<p>a<br>b</p>",
    "<p>a" + "<br>" * 20 + "</p>": "<p>a</p>",
    "<p>a<strong> </strong>b</p>": "<p>a b</p>",
    "<ul><li>a</li><li> </li></ul><ul><li></li></ul>": "<ul><li>a</li></ul>",
    "<p>a <a name=x>b</a> <span>c</span> <span lang=fr>d</span></p>": '<p>a b c <span lang="fr">d</span></p>',
    '<div lang="ar" dir="RTL">a</div>': '<p lang="ar" dir="RTL">a</p>',
    "<div>a<div>b</div>c</div>d": "<p>a</p><p>b</p><p>c</p>d",
    "<div><b>a<div>b</div></b></div>": "<p><strong>a</strong></p><p><strong>b</strong></p>",
    "<section><p>a</p><ul><li>b</li></ul>c</section>": "<p>a</p><ul><li>b</li></ul><p>c</p>",
    "<address>a</address><select><option>b<option>c</select>": "<p>a</p><p>b</p><p>c</p>",
    "<dl><dt>a</dt><dd>b</dd></dl>": "<p>a</p><p>b</p>",
    '<ol start="4"><li>a</li></ol><ol start="-1"><li>b</li></ol>': ('<ol start="4"><li>a</li></ol><ol><li>b</li></ol>'),
    '<figure data-picture="12"></figure>': '<figure data-picture="12"></figure>',
    '<figure data-picture="12 x"><figcaption>a</figcaption></figure>': "<figure><figcaption>a</figcaption></figure>",
    "<figure><figcaption> </figcaption></figure>": "",
    '<figure data-picture="12" data-alt="A &quot;pier&quot;" data-credit="Ann"></figure>': (
        '<figure data-picture="12" data-alt="A &quot;pier&quot;" data-credit="Ann"></figure>'
    ),
    '<figure data-picture="12" data-alt="" data-credit=" "></figure>': '<figure data-picture="12"></figure>',
    '<figure data-gallery="strip"><figure data-picture="1"></figure><figure data-picture="2"><figcaption>a</figcaption>'
    "</figure><figcaption>b</figcaption></figure>": (
        '<figure data-gallery="strip"><figure data-picture="1"></figure><figure data-picture="2">'
        "<figcaption>a</figcaption></figure><figcaption>b</figcaption></figure>"
    ),
    '<figure data-gallery="carousel"><figure data-picture="1"></figure></figure>': (
        '<figure><figure data-picture="1"></figure></figure>'
    ),
    '<figure data-gallery="essay"></figure>': "",
    '<aside data-box="fact"><h3>a</h3><p>b</p></aside>': '<aside data-box="fact"><h3>a</h3><p>b</p></aside>',
    '<p>a<aside data-box="fact" class="x" onclick="y">b</aside>c': '<p>a</p><aside data-box="fact">b</aside>c',
    '<aside><p>a</p>b</aside><aside data-box="advert">c</aside>': "<p>a</p><p>b</p><p>c</p>",
    '<aside data-box="fact"> <p> </p> </aside>': "",
    '<figure data-quote="pull"><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>': (
        '<figure data-quote="pull"><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>'
    ),
    '<figure data-quote="pull"><blockquote></blockquote></figure>': "",
    '<figure data-embed="youtube:dQw4w9WgXcQ"></figure>': '<figure data-embed="youtube:dQw4w9WgXcQ"></figure>',
    '<figure data-embed="youtube:dQw4w9WgXcQ&quot;"><figcaption>a</figcaption></figure>': (
        "<figure><figcaption>a</figcaption></figure>"
    ),
    '<figure data-embed="evil:x"></figure><figure data-embed="vimeo:https://evil.example/"></figure>': "",
    '<img src="http://a.example/b.jpg" alt="c" width="3" onerror="x">': (
        '<img src="http://a.example/b.jpg" alt="c" width="3">'
    ),
    '<p>a<img src="data:image/png;base64,AA"><img src="/b.jpg"></p>': "<p>a</p>",
    '<table border=1><tr><th scope=col abbr=x>a</th><td colspan="2" width=9>b</td><td rowspan="9999">c</td></table>': (
        '<table><tbody><tr><th scope="col">a</th><td colspan="2">b</td><td>c</td></tr></tbody></table>'
    ),
    "<table><tr><td></td></tr></table>": "<table><tbody><tr><td></td></tr></tbody></table>",
    "<p>a\x00b\x0bc&#1;d\ud800e\ud83d\ude00</p>": "<p>abcd\ufffde\U0001f600</p>",
    "<p>1 &lt; 2 &amp;amp; AT&T &lt;b&gt;</p>": "<p>1 &lt; 2 &amp;amp; AT&amp;T &lt;b&gt;</p>",
    "a<script>b</script><style>c</style><!-- d -->e": "ae",
    "": "",
    " \n ": "",
}
BIO = {
    "<h2>a</h2><blockquote>b</blockquote>c": "<p>a</p><p>b</p>c",
    "<table><tr><td>a</td><td>b</td></tr></table>": "<p>a</p><p>b</p>",
    "<p>a</p><hr><p>b</p>": "<p>a</p> <p>b</p>",
    '<figure data-picture="1"><figcaption>a</figcaption></figure>': "<p>a</p>",
    '<aside data-box="fact"><h3>a</h3>b</aside>': "<p>a</p><p>b</p>",
    '<figure data-embed="vimeo:1"><figcaption>a</figcaption></figure>': "<p>a</p>",
    "<ul><li>a <b>b</b></li></ul>": "<ul><li>a <strong>b</strong></li></ul>",
}


@pytest.mark.parametrize("html", STORY)
def test_a_story(html):
    assert clean(html, RULES["story"]) == STORY[html]


@pytest.mark.parametrize("html", BIO)
def test_a_bio(html):
    assert clean(html, RULES["bio"]) == BIO[html]


def test_what_the_database_and_a_feed_would_refuse_is_stored_and_fed(make_story, client):
    story = make_story("live", body="<p>half \ud800 a character, \x0b and \ufffe a &#2; control</p>")
    story.refresh_from_db()
    assert story.body == "<p>half \ufffd a character,  and  a  control</p>"
    assert client.get("/feed/").status_code == 200
