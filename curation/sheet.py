"""What lies on the front's editor: an arrangement in progress, as the page's one form carries it from act to act."""

from dataclasses import dataclass, field

from django import forms
from django.utils import timezone

from articles.models import Topic
from fronts.arrangement import Arrangement, Placed
from moments.field import MomentField

LARGEST_KEY = 2**63 - 1


def key(spot):
    """“lead-1”: how a place is called in the form."""
    area, position = spot
    return f"{area}-{position}"


def number(text):
    """The primary key that a form names, as an integer, or None: what is none, or larger than any."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


class PlaceForm(forms.Form):
    """What is said of one place. Where no editor put anything, `article` is empty."""

    article = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST_KEY, widget=forms.HiddenInput, label="The story"
    )
    picture = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST_KEY, widget=forms.HiddenInput, label="The picture"
    )
    headline = forms.CharField(label="Headline here", required=False, max_length=300)
    pinned_until = MomentField(label="Pinned until", required=False)

    @classmethod
    def of(cls, spot, placed):
        """Unbound, for what stands at a place; `placed` may be None."""
        if placed is None:
            return cls(prefix=key(spot))
        said = {
            "article": placed.article,
            "picture": placed.picture,
            "headline": placed.headline,
            "pinned_until": placed.pinned_until,
        }
        return cls(prefix=key(spot), initial=said)

    def placed(self, spot):
        """A `Placed`, or None where nothing was put."""
        said = {name: self.cleaned_data.get(name) for name in self.fields}  # an entry that cannot be read is none
        if not said["article"]:
            return None
        return Placed(*spot, said["article"], said["headline"] or "", said["picture"], said["pinned_until"])


@dataclass
class Sheet:
    """`began_from` is the key of the version that it began from, or None. `forms` maps spots to bound forms if an entry
    could not be read; then nothing is done but to show them.
    """

    plan: object
    arrangement: Arrangement
    began_from: int | None = None
    about: str = ""
    forms: dict = field(default_factory=dict)
    wrong: list = field(default_factory=list)

    @classmethod
    def of(cls, plan, arrangement, newest):
        about = arrangement.topic.name if arrangement.topic else ""
        return cls(plan, arrangement, newest.pk if newest else None, about)

    @classmethod
    def read(cls, plan, data):
        """From the form that the page sends with every act."""
        forms_by_spot = {spot: PlaceForm(data, prefix=key(spot)) for spot in plan.spots()}
        wrong = {spot: form for spot, form in forms_by_spot.items() if not form.is_valid()}
        placed = [form.placed(spot) for spot, form in forms_by_spot.items()]
        about = " ".join(data.get("about", "").replace("\0", "").split())
        topic = Topic.objects.filter(name__iexact=about).first() if about else None
        sheet = cls(
            plan, Arrangement(tuple(one for one in placed if one), topic), number(data.get("began_from")), about
        )
        if wrong:
            sheet.forms = forms_by_spot
            sheet.wrong += [
                f"{form[name].label}: {said[0]}" for form in wrong.values() for name, said in form.errors.items()
            ]
        if about and topic is None:
            sheet.wrong.append(f"There is no topic “{about}”. Choose one from the list, or leave the field empty.")
        return sheet

    def form_at(self, spot):
        return self.forms.get(spot) or PlaceForm.of(spot, self.arrangement.by_spot.get(spot))

    @property
    def zone(self):
        return timezone.get_current_timezone_name()
