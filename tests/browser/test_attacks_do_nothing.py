"""Every attack of tests/data/sanitizer, cleaned and rendered as readers get it, on one page in Chromium."""

import pytest
from django.utils.html import escape

from prose.cleaning import clean
from prose.rendering import render
from prose.rules import RULES
from tests.prose.vectors import vectors

PAGE = "http://paper.test/"
# Whatever tries to run or to load is refused by this policy, and each refusal is announced in the console.
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


@pytest.fixture
def show(chromium):
    """`show(html)`: what the page tried to do that a page of prose does not, and how many elements it has."""
    context = chromium.new_context()

    def show(html):
        page, tried = context.new_page(), []
        page.on("console", lambda message: tried.append(message.text))
        page.on("pageerror", lambda error: tried.append(str(error)))
        page.on("dialog", lambda dialog: (tried.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: tried.append(request.url))
        answer = {
            "content_type": "text/html; charset=utf-8",
            "headers": {"Content-Security-Policy": POLICY},
            "body": html,
        }
        page.route("**/*", lambda route: route.fulfill(**answer) if route.request.url == PAGE else route.abort())
        page.goto(PAGE, wait_until="load")
        page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestIdleCallback(resolve)))")
        return tried, page.evaluate("[...document.querySelectorAll('section')].map(part => part.id)")

    yield show
    context.close()


@pytest.mark.parametrize("rules", RULES)
def test_no_attack_runs_or_loads_anything(show, rules):
    cleaned = {name: render(clean(html, RULES[rules]), {}) for name, html in vectors()}
    sections = "\n".join(f'<section id="{escape(name)}">{html}</section>' for name, html in cleaned.items())
    tried, present = show(f'<!doctype html><html lang="en"><body>{sections}')
    assert tried == [PAGE]
    assert present == list(cleaned)  # none closed its section, or swallowed the next


def test_an_attack_that_is_not_cleaned_is_noticed(show):
    tried, _ = show('<!doctype html><img src="/x"><p onmouseover="x">a</p><script>alert(1)</script><svg onload="x">')
    assert sum("Content Security Policy" in line for line in tried) >= 3
