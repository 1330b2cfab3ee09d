"""IPTC's Information Interchange Model of 1991, which agencies still send."""

from PIL import IptcImagePlugin

from pictures.metadata.text import clean, line, lines, moment, place

UTF_8 = b"\x1b%G"
CHARACTER_SET = (1, 90)
TITLE, OBJECT_NAME, KEYWORDS, INSTRUCTIONS = 105, 5, 25, 40
DATE, TIME, CREATOR, CREDIT, SOURCE, COPYRIGHT, CAPTION = 55, 60, 80, 110, 115, 116, 120
CITY, SUBLOCATION, STATE, COUNTRY = 90, 92, 95, 101


def read(image):
    record = _Record(IptcImagePlugin.getiptcinfo(image) or {})
    time = record.text(TIME)
    return {
        "title": line(record.text(TITLE) or record.text(OBJECT_NAME)),
        "caption": clean(record.text(CAPTION)),
        "credit": line(record.text(CREDIT)),
        "creator": ", ".join(lines(record.texts(CREATOR))),
        "copyright_notice": line(record.text(COPYRIGHT)),
        "source": line(record.text(SOURCE)),
        "restrictions": clean(record.text(INSTRUCTIONS)),
        "place": place(*map(record.text, (SUBLOCATION, CITY, STATE, COUNTRY))),
        "taken_at": moment(record.text(DATE), time[:6], time[6:]),
        "topics": lines(record.texts(KEYWORDS)),
    }


class _Record:
    def __init__(self, values):
        self.values = values
        self.is_utf8 = UTF_8 in _list(values.get(CHARACTER_SET))

    def texts(self, number):
        return [self._decoded(value) for value in _list(self.values.get((2, number)))]

    def text(self, number):
        return next(iter(self.texts(number)), "")

    def _decoded(self, value):
        """Programs write UTF-8 without saying so and say so without writing it. Bytes that are valid UTF-8 by chance
        are as good as never Latin-1.
        """
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("utf-8", "replace") if self.is_utf8 else value.decode("cp1252", "replace")


def _list(value):
    return value if isinstance(value, list) else [] if value is None else [value]
