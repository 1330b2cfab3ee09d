"""What an element holds, by its tokens."""

from prose.tokens import Token

CAPTION = Token("start", "figcaption")


def end_of(found, start):
    """The place of the end tag that closes the element at `start`; the last place if nothing does."""
    name, depth = found[start].name, 0
    for position in range(start, len(found)):
        if found[position].name == name:
            depth += 1 if found[position].kind == "start" else -1
            if depth == 0:
                return position
    return len(found) - 1


def caption_and_rest(inside):
    """The tokens in the first caption, and the tokens of all that stands outside of captions."""
    start = next((place for place, token in enumerate(inside) if token == CAPTION), len(inside))
    end = end_of(inside, start) if start < len(inside) else start
    outside = [token for token in [*inside[:start], *inside[end + 1 :]] if token.name != "figcaption"]
    return inside[start + 1 : end], outside


def pictures_and_rest(inside):
    """The figures of pictures that a gallery holds, each as its start tag and what is in it; and all other tokens."""
    pictures, rest, position = [], [], 0
    while position < len(inside):
        token, end = inside[position], position
        if token.kind == "start" and token.name == "figure":
            end = end_of(inside, position)
        if token.name == "figure" and token.get("data-picture"):
            pictures.append((token, inside[position + 1 : end]))
        else:
            rest += inside[position : end + 1]
        position = end + 1
    return pictures, rest
