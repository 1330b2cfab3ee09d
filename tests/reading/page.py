"""How a test looks at a page: by its elements and not by its letters."""

from lxml import html


class Page:
    """A parsed response. Selectors are names, .classes and #ids with spaces between: `one(".story h1")`."""

    def __init__(self, response):
        self.response = response
        self.tree = html.fromstring(response.content.decode())

    def elements(self, selector):
        return self.tree.xpath("".join(_step(part) for part in selector.split()))

    def all(self, selector):
        """The texts of the elements, with single spaces."""
        return [" ".join(element.text_content().split()) for element in self.elements(selector)]

    def one(self, selector):
        (text,) = self.all(selector)
        return text

    def attribute(self, selector, name):
        return [element.get(name) for element in self.elements(selector)]

    def meta(self, name):
        (content,) = self.tree.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
        return content


def _step(part):
    if part.startswith("#"):
        return f"//*[@id='{part[1:]}']"
    name, _, css_class = part.partition(".")
    step = f"//{name or '*'}"
    return step + (f"[contains(concat(' ', @class, ' '), ' {css_class} ')]" if css_class else "")
