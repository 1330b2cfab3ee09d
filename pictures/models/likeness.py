"""How the database finds pictures that look alike, by their perceptual hashes.

Two hashes of 64 bits that differ in at most seven are alike. Cut into four bands of sixteen bits, at least one of the
bands then differs in at most one bit. So each band has an index, and of a new hash each band is looked up as it is and
with each of its bits turned: 68 look-ups, however many pictures there are (Norouzi, Punjani and Fleet, “Fast search in
Hamming space with multi-index hashing”, 2012). What is found is then compared in full.
"""

from django.db.models import BigIntegerField, F, Func, Index, Q, Value

BITS_APART_AT_MOST = 7
BANDS, BITS_IN_BAND = 4, 16
_ONES = (1 << BITS_IN_BAND) - 1


class Band(Func):
    """One of the four bands of a hash."""

    output_field = BigIntegerField()

    def __init__(self, place, name="perceptual_hash"):
        super().__init__(F(name), template=f"(%(expressions)s >> {place * BITS_IN_BAND} & {_ONES})")


class BitsApart(Func):
    """In how many bits two hashes differ."""

    template = "bit_count((%(expressions)s)::bit(64))"
    arg_joiner = " # "
    output_field = BigIntegerField()

    def __init__(self, perceptual_hash, name="perceptual_hash"):
        super().__init__(F(name), Value(perceptual_hash, output_field=BigIntegerField()))


BAND_INDEXES = [Index(Band(place), name=f"picture_alike_{place}") for place in range(BANDS)]


def bands():
    """Name → expression, for the conditions of `shares_a_band`."""
    return {f"band_{place}": Band(place) for place in range(BANDS)}


def shares_a_band(perceptual_hash):
    """Whether at least one band is that of this hash, but for one bit."""
    turned = [0, *(1 << bit for bit in range(BITS_IN_BAND))]
    condition = Q()
    for place in range(BANDS):
        band = (perceptual_hash >> place * BITS_IN_BAND) & _ONES
        condition |= Q(**{f"band_{place}__in": [band ^ mask for mask in turned]})
    return condition
