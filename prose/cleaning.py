import nh3

from prose.nesting import well_nested
from prose.rules import ADDRESS_SCHEMES, BLOCKS, SAME_AS
from prose.tidying import renamed, without_empty
from prose.tokens import tokens, written

# A parser's work can grow with the square of the number of tags (unclosed ones nest, unclosed bold is opened again in
# every paragraph), so that HTML with more tags than this is put into pairs, by one linear pass, before it is parsed.
MOST_TAGS_AS_THEY_ARE = 500
# What a round leaves out can leave something else to leave out; real text settles in two rounds.
ROUNDS = 8

# Characters that Postgres or the XML of a feed refuses.
_UNSAYABLE = dict.fromkeys({*range(32), 0x7F, 0xFFFE, 0xFFFF} - {*map(ord, "\t\n\r")})


def clean(html, rules):
    """Return `html` with nothing but what `rules` allows; the words stay, in order.

    Takes any string and never raises. Scripts and styles go with what they contain; other unknown elements go and leave
    their text, in paragraphs of its own if they were blocks. Nesting beyond `prose.nesting.DEEPEST` goes too, and
    leaves its text. Cleaning what is clean changes nothing.
    """
    html = _sayable(html)
    if html.count("<") > MOST_TAGS_AS_THEY_ARE:
        html = written(well_nested(tokens(html), known=_known(rules)))
    for _ in range(ROUNDS):
        before, html = html, _round(html, rules)
        if html == before:
            return html
    return _paragraphs(html)


def _round(html, rules):
    found = well_nested(tokens(_filter(html, rules, also=_known(rules))), known=_known(rules))
    return _filter(written(without_empty(renamed(found, rules))), rules).strip()


def _filter(html, rules, also=()):
    cleaned = nh3.clean(
        html,
        tags={*rules.elements, *also},
        attributes={name: set(_attributes(name, rules)) for name in {*rules.elements, *also}},
        attribute_filter=lambda element, name, value: value if _allowed(element, name, value, rules) else None,
        url_schemes=set(ADDRESS_SCHEMES),
        link_rel=None,
    )
    return cleaned.translate(_UNSAYABLE)  # which were written as character references


def _attributes(element, rules):
    return rules.elements.get(_target(element, rules), {})


def _allowed(element, name, value, rules):
    return rules.allows(_target(element, rules), name, value)


def _target(element, rules):
    target = rules.becomes(element)
    return "p" if target == "block" else target


def _known(rules):
    return {*rules.elements, *BLOCKS, *SAME_AS, "thead", "tbody", "tfoot"}


def _sayable(html):
    """Without control characters, and with U+FFFD in the place of half characters (lone surrogates)."""
    whole = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.translate(_UNSAYABLE)


def _paragraphs(html):
    """The words of clean prose in paragraphs, with no other structure."""
    inline = (token.text if token.kind == "text" else "\n" if token.name in BLOCKS else "" for token in tokens(html))
    lines = (" ".join(line.split()) for line in "".join(inline).splitlines())
    return "".join(f"<p>{line}</p>" for line in lines if line)
