"""Every pair of colours that meets on a page, computed from the tokens by WCAG 2.2's formula."""

import re
from itertools import product

import pytest
from django.conf import settings

from sections.models import Colour

TOKENS = (settings.ROOT / "static/css/tokens.css").read_text()
PAIRS = dict(re.findall(r"--([\w-]+): light-dark\(((?:[^()]|\([^()]*\))*)\);", TOKENS))
GROUNDS = ("color-ground", "color-ground-raised")
TEXTS = ("color-text", "color-text-soft", "color-link", "color-warning", *(f"colour-{name}" for name in Colour.values))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(TEXTS, GROUNDS),
        ("color-paid", "color-paid-ground"),
        ("color-text", "color-ground-input"),
        ("color-text-soft", "color-ground-input"),
        ("color-foot-text", "color-foot"),
        ("color-foot-soft", "color-foot"),
    ],
)
def test_text_stands_out_from_its_ground(text, ground, scheme):
    assert contrast(colour(text, scheme), colour(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_stands_out(ground, scheme):
    assert contrast(colour("color-focus", scheme), colour(ground, scheme)) >= 3


def test_every_colour_of_a_section_has_a_token_and_a_rule():
    assert set(re.findall(r"--colour-(\w+):", TOKENS)) == set(Colour.values)
    assert set(re.findall(r'\[data-colour="(\w+)"\]', TOKENS)) == set(Colour.values)


def colour(name, scheme):
    light, dark = PAIRS[name].split(",")
    digits = (light if scheme == "light" else dark).strip().removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(channels):
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
