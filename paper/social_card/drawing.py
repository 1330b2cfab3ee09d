"""How a card looks: the paper's name, a label, the headline as large as it fits, the section."""

from io import BytesIO

from PIL import Image, ImageDraw

from paper.social_card.card import HEIGHT, WIDTH
from paper.social_card.lettering import broken, file_for, font_of, has_a_word_too_long, writable

GROUND, TEXT, SOFT, RULE = "#fdfcf9", "#191714", "#5d574f", "#dcd7cc"
PAID_GROUND, PAID = "#fbf0d2", "#6b4b00"
# The sections' colours as static/css/tokens.css has them for light pages.
COLOURS = {
    "red": "#b0241a",
    "orange": "#a3450a",
    "ochre": "#7b5900",
    "green": "#2a692e",
    "teal": "#0a6664",
    "blue": "#1457a3",
    "indigo": "#43409c",
    "plum": "#872a69",
    "slate": "#4a5560",
}
EDGE, TOP, FOOT = 72, 132, 520
SIZES = range(108, 43, -4)
WHOLE_WORDS = 60  # below this size a word that is too long is cut instead
NAME, LABEL, SMALL = 42, 34, 30
LINES = 5
LEADING = 1.12


def drawn(card):
    """The card as the bytes of a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAID_GROUND if card.is_paid else GROUND)
    _Easel(image, card).draw_all()
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


class _Easel:
    def __init__(self, image, card):
        self.pen, self.card = ImageDraw.Draw(image), card
        self.colour = PAID if card.is_paid else COLOURS.get(card.colour, COLOURS["slate"])

    def draw_all(self):
        self.pen.rectangle((0, 0, WIDTH, 16), fill=self.colour)
        self.line(self.card.paper, NAME, 48, TEXT)
        self.pen.line((EDGE, 114, WIDTH - EDGE, 114), fill=TEXT, width=2)
        top = TOP + 14
        if self.line(self.card.label, LABEL, top, self.colour):
            top += LABEL + 22
        self.headline(top)
        self.pen.line((EDGE, FOOT + 28, WIDTH - EDGE, FOOT + 28), fill=RULE, width=2)
        self.line(self.card.foot, SMALL, FOOT + 46, SOFT)

    def headline(self, top):
        """As large as it fits. For one in letters that no font here has, the site's name: half of it would be worse."""
        text = writable(self.card.headline)
        if not (text and file_for(text)):
            text = self.card.site
        file = file_for(text)
        if file is None:
            return
        room = FOOT - top
        size, lines = _set(text, file, room)
        step = round(size * LEADING)
        for number, line in enumerate(lines):
            self.put(line, font_of(file, size), top + number * step, TEXT)

    def line(self, text, size, top, colour):
        """One line, cut where it is too long. Tells whether it is there."""
        text = writable(text)
        file = file_for(text)
        if not (text and file):
            return False
        font = font_of(file, size)
        whole = text
        while font.getlength(text) > WIDTH - 2 * EDGE:
            text = text[:-2].rstrip() + "…"
        self.put(text if len(text) <= len(whole) else whole, font, top, colour)
        return True

    def put(self, line, font, top, colour):
        at_right = self.card.direction == "rtl"
        left = WIDTH - EDGE - font.getlength(line) if at_right else EDGE
        # By the line above the capitals, so that fonts with other ascents stand alike.
        self.pen.text((left, top), line, fill=colour, font=font, anchor="la")


def _set(text, file, room):
    """The largest size at which the text fits into the room, and its lines, as even in length as they can be."""
    size = next((size for size in SIZES if _fits(text, file, size, room)), SIZES[-1])
    font = font_of(file, size)
    most = min(LINES, int(room / (size * LEADING)))
    whole = WIDTH - 2 * EDGE
    lines = broken(text, lambda line: font.getlength(line) <= whole)
    if len(lines) > most:
        return size, [*lines[: most - 1], _cut(lines[most - 1], font, whole)]
    narrow = next(
        width
        for width in range(whole // 3, whole + 1, 20)
        if width > whole - 20
        or (
            len(broken(text, lambda line, width=width: font.getlength(line) <= width)) == len(lines)
            and not has_a_word_too_long(text, lambda word, width=width: font.getlength(word) <= width)
        )
    )
    even = broken(text, lambda line: font.getlength(line) <= narrow)
    return size, even if len(even) == len(lines) else lines


def _fits(text, file, size, room):
    font = font_of(file, size)

    def fits(line):
        return font.getlength(line) <= WIDTH - 2 * EDGE

    if size > WHOLE_WORDS and has_a_word_too_long(text, fits):
        return False
    lines = broken(text, fits)
    return len(lines) <= LINES and len(lines) * size * LEADING <= room


def _cut(line, font, width):
    while font.getlength(line + "…") > width:
        line = line[:-1]
    return line.rstrip() + "…"
