"""What is asked of the library, by the contact sheet and by the dialog: words, filters, and the place to go on from."""

from datetime import UTC, datetime, timedelta

from django import forms
from django.core.exceptions import BadRequest
from django.utils import timezone

from pictures.models import Picture
from pictures.state_words import SOON

AFTER = "after"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Input → value → (words on its chip, what it selects)
CHIPS = {
    "whose": {"mine": ("Mine", lambda pictures, user: pictures.brought_by(user))},
    "missing": {
        "alt": ("No alternative text", lambda pictures, _: pictures.without_alt()),
        "credit": ("No credit", lambda pictures, _: pictures.without_credit()),
        "creator": ("No photographer", lambda pictures, _: pictures.without_creator()),
        "licence": ("No licence", lambda pictures, _: pictures.without_licence()),
    },
    "rights": {
        "ending": ("Rights end soon", lambda pictures, _: pictures.ending_by(timezone.now() + SOON)),
        "ended": ("Rights ended", lambda pictures, _: pictures.out_of_rights()),
        "restricted": ("Restricted", lambda pictures, _: pictures.restricted()),
    },
    "use": {"unused": ("Not used", lambda pictures, _: pictures.unused())},
    "made": {"labelled": ("AI or composite", lambda pictures, _: pictures.labelled())},
}
# Input → what it selects
FIELDS = {
    "q": lambda pictures, words: pictures.matching(words),
    "photographer": lambda pictures, name: pictures.by_creator(name),
    "topic": lambda pictures, name: pictures.about(name),
    "licence": lambda pictures, name: pictures.under_licence(name),
    "since": lambda pictures, day: pictures.brought_from(day),
    "until": lambda pictures, day: pictures.brought_until(day),
}


class Known(forms.TextInput):
    """A field that offers names, from the list that the page has for it."""

    def __init__(self, name):
        super().__init__({"list": f"known-{name}"})


class Question(forms.Form):
    """Every input is optional. What is no answer to its label is not heeded."""

    q = forms.CharField(label="Search", required=False, max_length=400)
    photographer = forms.CharField(required=False, max_length=200, widget=Known("photographer"))
    topic = forms.CharField(required=False, max_length=100, widget=Known("topic"))
    licence = forms.CharField(required=False, max_length=200, widget=Known("licence"))
    since = forms.DateField(label="Here since", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="Here until", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    q.widget.input_type = "search"

    def __init__(self, data, user):
        super().__init__({name: value.replace("\0", "") for name, value in data.items()}, auto_id="ask-%s")
        self.user = user
        self.chips = {name: data[name] for name, choices in CHIPS.items() if data.get(name) in choices}
        self.place = place_in(data.get(AFTER, ""))
        self.full_clean()

    @classmethod
    def read(cls, request):
        """Raises `BadRequest` for an input that is none of ours: a relation named there could tell of drafts."""
        known = {*cls.base_fields, *CHIPS, AFTER}
        if strange := request.GET.keys() - known:
            raise BadRequest(f"The library cannot be asked for “{min(strange)}”.")
        return cls(request.GET, request.user)

    @property
    def narrowing(self):
        """The fields besides the words."""
        return [self[name] for name in FIELDS if name != "q"]

    @property
    def is_narrowed_by_fields(self):
        return bool(self.fields_given.keys() - {"q"})

    @property
    def fields_given(self):
        """Input → value, of the fields that were filled in and understood."""
        return {name: self.cleaned_data[name] for name in FIELDS if self.cleaned_data.get(name)}

    @property
    def given(self):
        """Input → text, of all that narrows the library; without the place."""
        return {name: str(value) for name, value in self.fields_given.items()} | self.chips

    def pictures(self):
        """Those that are asked for, the newest first, from the place on that was reached."""
        found = Picture.objects.newest_first()
        for name, value in self.fields_given.items():
            found = FIELDS[name](found, value)
        for name, value in self.chips.items():
            _, select = CHIPS[name][value]
            found = select(found, self.user)
        return found.older_than(*self.place) if self.place else found


def place_of(picture):
    """Its place in the order of arrival, as a text for an address."""
    return f"{(picture.uploaded_at - EPOCH) // timedelta(microseconds=1)}-{picture.pk}"


def place_in(text):
    """(moment, key) of what `place_of` gave; None for anything else, which is the beginning."""
    microseconds, _, key = text.partition("-")
    if not (microseconds.isdecimal() and key.isdecimal() and text.isascii() and len(text) < 40):
        return None
    try:
        return EPOCH + timedelta(microseconds=int(microseconds)), min(int(key), 2**63 - 1)
    except OverflowError:
        return None
