"""What is wrong with HTML by the rules, found by two parsers that are not the cleaner's own."""

import re
from html.parser import HTMLParser

from lxml import html as lxml_html

from prose.rules import ADDRESS_SCHEMES

ADDRESSES = {("a", "href"), ("img", "src")}


def breaches(html, rules):
    """Everything in `html` that `rules` do not allow, as sentences. Exactly none, for what is clean."""
    return [*_seen_by_the_standard_library(html, rules), *_seen_by_lxml(html, rules)]


def scheme_of(address):
    """The scheme as a browser finds it: it skips leading spaces and controls, and line breaks and tabs anywhere."""
    bare = re.sub(r"[\t\n\r]", "", re.sub(r"^[\x00-\x20]+", "", address))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", bare)
    return found and found[1].lower()


def _wrong_with_attribute(element, name, value, rules):
    if not rules.allows(element, name, value or ""):
        return f"<{element} {name}={value!r}>"
    if (element, name) in ADDRESSES and scheme_of(value or "") not in {None, *ADDRESS_SCHEMES}:
        return f"the address {value!r}"
    return None


def _seen_by_the_standard_library(html, rules):
    reader = _Breaches(rules)
    reader.feed(html)
    reader.close()
    return reader.found


def _seen_by_lxml(html, rules):
    if not html.strip():
        return
    root = lxml_html.fragment_fromstring(html, create_parent="main", parser=lxml_html.HTMLParser(huge_tree=True))
    for element in root.iterdescendants():
        if not isinstance(element.tag, str):
            yield f"a comment or instruction: {element!r}"
            continue
        if element.tag not in rules.elements or (element.tag == "aside" and not element.get("data-box")):
            yield f"<{element.tag}>"
        yield from filter(None, (_wrong_with_attribute(element.tag, *item, rules) for item in element.items()))


class _Breaches(HTMLParser):
    def __init__(self, rules):
        super().__init__()
        self.rules, self.found = rules, []

    def handle_starttag(self, tag, attrs):
        if tag not in self.rules.elements:
            self.found.append(f"<{tag}>")
        self.found += filter(None, (_wrong_with_attribute(tag, *attribute, self.rules) for attribute in attrs))

    def handle_comment(self, data):
        self.found.append(f"the comment {data!r}")

    def handle_decl(self, decl):
        self.found.append(f"the declaration {decl!r}")

    handle_pi = unknown_decl = handle_decl
