"""What a person is shown to choose from, where their save met another's and both changed the same thing."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.admin.saying import in_words, label_of
from articles.merging import BOTH, MINE, THEIRS
from prose.marking import compared

ANSWERS = {MINE: "Mine", THEIRS: "Theirs", BOTH: "Both, mine first"}
NOTHING = mark_safe('<p class="choice__nothing">Nothing: it was taken out.</p>')


@dataclass(frozen=True)
class ShownChoice:
    """`mine` and `theirs` are HTML, in the body with what is new marked; `answers` are pairs of value and label."""

    name: str
    label: str
    mine: str
    theirs: str
    answers: list


def shown_choices(form):
    """The choices of a form that met another save, in the order of the screen; none where it met none."""
    return [_shown(choice) for choice in form.met.choices] if form.met else []


def _shown(choice):
    label = "A place in the body" if choice.field == "body" else label_of(choice.field)
    mine, theirs = (_side(choice, value) for value in (choice.mine, choice.theirs))
    return ShownChoice(choice.name, label, mine, theirs, [(answer, ANSWERS[answer]) for answer in choice.answers])


def _side(choice, value):
    if not value:
        return NOTHING
    if choice.field == "body":
        return format_html_join("", "{}", ((block.html,) for block in compared(choice.base, value)))
    return format_html("<p>{}</p>", in_words(choice.field, value))
