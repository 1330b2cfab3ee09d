from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from pictures.models.likeness import BITS_APART_AT_MOST, BitsApart, bands, shares_a_band
from pictures.models.source_type import SourceType
from pictures.models.words import WordsBeginning
from pictures.rights import may_change_any
from pictures.uses import kept, shown


class PictureQuerySet(models.QuerySet):
    """The words in which pictures are selected. Those that have a twin on `Record` are pinned to it by a test."""

    # Adjectives: a state

    def in_rights(self, at=None):
        """Those that may be shown at the moment `at`, which is now when left out."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=at or timezone.now()))

    def out_of_rights(self, at=None):
        return self.filter(valid_until__lte=at or timezone.now())

    def without_alt(self):
        return self.filter(alt="", is_decorative=False)

    def without_credit(self):
        return self.filter(credit="")

    def without_creator(self):
        return self.filter(creator="")

    def without_licence(self):
        return self.filter(licence="", licence_url="", usage_terms="")

    def restricted(self):
        return self.exclude(restrictions="")

    def labelled(self):
        """Made or changed with AI, or composed: readers are told so."""
        return self.filter(source_type__in=SourceType.labelled())

    def unmeasured(self):
        """Of which colour and likeness are not known yet."""
        return self.filter(Q(colour="") | Q(is_opaque=None))

    def used(self):
        """That anything holds, be it the old version of a draft."""
        return self.filter(kept())

    def unused(self):
        return self.exclude(kept())

    def shown(self):
        """That readers can see, now or at a moment that is set."""
        return self.filter(shown())

    # Prepositions: an object

    def ending_by(self, moment):
        """In rights now, and no longer when it is `moment`."""
        return self.in_rights().out_of_rights(moment)

    def by_creator(self, name):
        return self.filter(creator__iexact=name)

    def about(self, topic):
        return self.filter(topic_links__tag__name__iexact=topic)

    def under_licence(self, name):
        return self.filter(licence__iexact=name)

    def changeable_by(self, user):
        """The twin of `rights.may_change`."""
        return self if may_change_any(user) else self.filter(uploaded_by=user).exclude(shown())

    def brought_by(self, user):
        return self.filter(uploaded_by=user)

    def brought_from(self, day):
        return self.filter(uploaded_at__gte=_midnight(day))

    def brought_until(self, day):
        """On `day` or before."""
        return self.filter(uploaded_at__lt=_midnight(day + timedelta(days=1)))

    def matching(self, words):
        """In the texts or topics of which every one of `words` stands, or a longer one that begins with it."""
        return self.filter(words__search=WordsBeginning(words))

    def older_than(self, moment, key):
        """Those after that place in `newest_first`. The first condition is for the index, and bounds the second."""
        return self.filter(Q(uploaded_at__lte=moment) & (Q(uploaded_at__lt=moment) | Q(pk__lt=key)))

    def alike(self, perceptual_hash):
        """Near copies of what has this hash, each with `bits_apart`, the nearest first. One query, by indexes; in the
        order of their arrival Postgres would walk through all pictures in search of the first few.
        """
        near = self.alias(**bands()).filter(shares_a_band(perceptual_hash))
        near = near.annotate(bits_apart=BitsApart(perceptual_hash))
        return near.filter(bits_apart__lte=BITS_APART_AT_MOST).order_by("bits_apart", "-pk")

    # Orders

    def newest_first(self):
        return self.order_by("-uploaded_at", "-pk")

    def with_topics(self):
        """The topics in one more query for all."""
        return self.prefetch_related("topics")

    def ending_first(self):
        return self.order_by("valid_until", "pk")

    def ended_last_first(self):
        return self.order_by("-valid_until", "-pk")

    def saved_last_first(self):
        return self.order_by("-saved_at", "-pk")


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
