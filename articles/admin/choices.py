"""What a person is shown to choose from, where their save met another's and both changed the same thing."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.merging import BOTH, MINE, THEIRS
from articles.models import ArticleByline, Revision
from authors.models import Author
from prose.marking import compared

ANSWERS = {MINE: "Mine", THEIRS: "Theirs", BOTH: "Both, mine first"}
NOTHING = mark_safe('<p class="choice__nothing">Nothing: it was taken out.</p>')


@dataclass(frozen=True)
class ShownChoice:
    """`mine` and `theirs` are HTML, with what is new in either marked; `answers` are pairs of value and label."""

    name: str
    label: str
    mine: str
    theirs: str
    answers: list


def shown_choices(form):
    """The choices of a form that met another save, in the order of the screen; none where it met none."""
    return [_shown(choice) for choice in form.met.choices] if form.met else []


def _shown(choice):
    mine, theirs = _sides(choice) if isinstance(choice.mine, str) else _values(choice)
    answers = [(answer, ANSWERS[answer]) for answer in choice.answers]
    return ShownChoice(choice.name, _label(choice), mine, theirs, answers)


def _label(choice):
    if choice.field == "body":
        return "A place in the body"
    if choice.field == "credits":
        return "Bylines"
    label = str(Revision._meta.get_field(choice.field).verbose_name)
    return label[:1].upper() + label[1:]


def _sides(choice):
    """Texts, each against what stood there before."""
    for side in (choice.mine, choice.theirs):
        if choice.field == "body":
            marked = format_html_join("", "{}", ((block.html,) for block in compared(choice.base, side)))
            yield marked if side else NOTHING
        else:
            yield format_html("<p>{}</p>", _in_words(choice.field, side)) if side else NOTHING


def _values(choice):
    for side in (choice.mine, choice.theirs):
        yield format_html("<p>{}</p>", _in_words(choice.field, side)) if side else NOTHING


def _in_words(field, value):
    if field == "credits":
        names = Author.objects.in_bulk([author for author, _ in value])
        roles = dict(ArticleByline._meta.get_field("role").choices)
        return ", ".join(f"{names[author]} ({roles[role].lower()})" for author, role in value)
    if choices := Revision._meta.get_field(field).choices:
        return dict(choices)[value]
    return value
