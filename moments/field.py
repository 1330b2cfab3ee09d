"""The one form field in which a person names a moment: to publish, to take away, to lock, to arrange a front for."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from moments.local import SUMMER, WINTER, Gap, Repeat, moment_of, which_of_two

CHOICES = [("", "Which of the two?"), (SUMMER, "the first, in summer time"), (WINTER, "the second, in winter time")]


class _LocalTime(forms.DateTimeField):
    """What was typed, as a naive datetime; one with an offset in it keeps that."""

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, datetime):
            return value or None
        try:
            return parse_datetime(value.strip()) or forms.fields.BaseTemporalField.to_python(self, value)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class MomentInput(forms.MultiWidget):
    """A date and a time and, only where that comes twice, which of the two."""

    use_fieldset = False

    def __init__(self, attrs=None):
        typed = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        which = forms.Select(choices=CHOICES, attrs={"aria-label": "Which of the two"})
        super().__init__({"": typed, "which": which}, attrs)

    def decompress(self, value):
        if value is None:
            return ["", ""]
        zone = timezone.get_current_timezone()
        which = which_of_two(value, zone) if timezone.is_aware(value) else ""
        return [timezone.localtime(value, zone) if timezone.is_aware(value) else value, which]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        typed, which = context["widget"]["subwidgets"]
        if identifier := context["widget"]["attrs"].get("id"):
            typed["attrs"]["id"] = identifier
        typed_value = value[0] if isinstance(value, list) else value
        context["widget"]["subwidgets"] = [typed, which] if _comes_twice(typed_value) else [typed]
        return context

    def id_for_label(self, id_):
        return id_


class MomentField(forms.MultiValueField):
    widget = MomentInput

    def __init__(self, **kwargs):
        fields = (_LocalTime(), forms.ChoiceField(choices=CHOICES, required=False))
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values):
        typed, which = values or (None, "")
        if typed is None or timezone.is_aware(typed):
            return typed
        try:
            # In UTC, because Python compares two moments of one zone by what clocks show, which is wrong on that night.
            return moment_of(typed, timezone.get_current_timezone(), which).astimezone(UTC)
        except Gap as gap:
            raise ValidationError(
                f"{typed:%H:%M} does not exist on {typed:%-d %B %Y}: the clocks go from {gap.before:%H:%M} to "
                f"{gap.after:%H:%M} then. The next time that does is {gap.after:%H:%M}.",
                code="gap",
            ) from gap
        except Repeat as repeat:
            raise ValidationError(
                f"{typed:%H:%M} comes twice on {typed:%-d %B %Y}, because the clocks are put back: in summer time "
                f"({repeat.summer:%Z}) and an hour later in winter time ({repeat.winter:%Z}). Choose which one.",
                code="repeat",
            ) from repeat


def _comes_twice(value):
    """Whether clocks show this twice, as it was typed or as a moment."""
    zone = timezone.get_current_timezone()
    if isinstance(value, datetime) and timezone.is_aware(value):
        return bool(which_of_two(value, zone))
    try:
        typed = _LocalTime(required=False).clean(value)
        if typed is not None and timezone.is_naive(typed):
            moment_of(typed, zone)
    except Repeat:
        return True
    except (Gap, ValidationError, OverflowError):
        return False
    return False
