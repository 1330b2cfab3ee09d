"""How the database finds pictures that look alike, by their perceptual hashes.

Two hashes of 64 bits that differ in at most seven are alike. Cut into four bands of sixteen bits, at least one of the
bands then differs in at most one bit. So the bands are kept in an index, and of a new hash each band is looked up as it
is and with each of its bits turned: 68 look-ups, however many pictures there are (Norouzi, Punjani and Fleet, “Fast
search in Hamming space with multi-index hashing”, 2012). What is found is then compared in full.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, GeneratedField, IntegerField, Value

BITS_APART_AT_MOST = 7
BANDS, BITS_IN_BAND = 4, 16
_ONES = (1 << BITS_IN_BAND) - 1


class Bands(Func):
    """The four bands of a hash as whole numbers, each with its place above its bits."""

    template = (
        "CASE WHEN %(expressions)s IS NOT NULL THEN ARRAY["
        + ", ".join(
            f"({place << BITS_IN_BAND} + ((%(expressions)s >> {place * BITS_IN_BAND}) & {_ONES}))::int"
            for place in range(BANDS)
        )
        + "] END"
    )
    output_field = ArrayField(IntegerField())


class BitsApart(Func):
    """In how many bits two hashes differ."""

    template = "bit_count((%(expressions)s)::bit(64))"
    arg_joiner = " # "
    output_field = BigIntegerField()

    def __init__(self, name, perceptual_hash):
        super().__init__(F(name), Value(perceptual_hash, output_field=BigIntegerField()))


def bands_field():
    return GeneratedField(expression=Bands("perceptual_hash"), output_field=ArrayField(IntegerField()), db_persist=True)


def bands_within_a_bit(perceptual_hash):
    """Every value, of any band, that a picture alike may have."""
    bands = [(place, (perceptual_hash >> place * BITS_IN_BAND) & _ONES) for place in range(BANDS)]
    turned = [0, *(1 << bit for bit in range(BITS_IN_BAND))]
    return [(place << BITS_IN_BAND) + (band ^ mask) for place, band in bands for mask in turned]
