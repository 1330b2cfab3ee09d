"""How a test reads the front's editor: its places by name, and its form as a browser would send it."""


def places(page):
    """Place → the headline that stands there, “, by rule” where no editor put it; or “empty”."""
    found = {}
    for element in page.elements(".place"):
        _, _, what = element.get("aria-label").partition(": ")
        found[element.get("data-place")] = what + (", by rule" if "data-by-rule" in element.attrib else "")
    return found


def filled(page):
    """What the form would send, without its buttons."""
    form = page.elements("#arranging")[0]
    return {name: value or "" for name, value in form.form_values()}


def message(page):
    return page.one("#said")
