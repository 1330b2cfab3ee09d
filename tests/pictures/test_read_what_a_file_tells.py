"""A photographer's file comes with its texts, and they are on the picture with a note of where they came from."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.test import override_settings
from PIL import Image

from pictures.models import Picture
from tests.pictures.conftest import drawn, file
from tests.pictures.shared import shared_images
from tests.pictures.telling import alternatives, several, telling, xmp

EVERYTHING = xmp(
    f"""
    <photoshop:Headline>Ferry runs again</photoshop:Headline>
    <dc:title>{alternatives(x_default="DSC_0042.NEF")}</dc:title>
    <dc:description>{alternatives(de="Die Fähre.", x_default="The ferry leaves.&#10;At dawn.")}</dc:description>
    <dc:creator>{several("Anna Weiss", "Bo Lind", kind="Seq")}</dc:creator>
    <dc:rights>{alternatives(x_default="© 2026 Anna Weiss")}</dc:rights>
    <dc:subject>{several("harbour", "Ferries", "ferries", "")}</dc:subject>
    <photoshop:Credit>Anna Weiss / The Courier</photoshop:Credit>
    <photoshop:Source>The Courier</photoshop:Source>
    <photoshop:Instructions>Not in Austria</photoshop:Instructions>
    <Iptc4xmpCore:Location>Pier 3</Iptc4xmpCore:Location>
    <photoshop:City>Merrow</photoshop:City>
    <photoshop:Country>Norland</photoshop:Country>
    <photoshop:DateCreated>2026-05-03T06:12:40+02:00</photoshop:DateCreated>
    <Iptc4xmpCore:AltTextAccessibility>{alternatives(x_default="A ferry at a pier.")}
    </Iptc4xmpCore:AltTextAccessibility>
    <Iptc4xmpCore:ExtDescrAccessibility>{alternatives(x_default="A white ferry, its bow open.")}
    </Iptc4xmpCore:ExtDescrAccessibility>
    <xmpRights:UsageTerms>{alternatives(x_default="Link to the photographer.")}</xmpRights:UsageTerms>
    <Iptc4xmpExt:PersonInImage>{several("Nora Field", "Ola Berg")}</Iptc4xmpExt:PersonInImage>
    <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture
    </Iptc4xmpExt:DigitalSourceType>
    <exif:GPSLatitude>47,22.5N</exif:GPSLatitude>
    """,
    attributes='xmpRights:WebStatement="https://creativecommons.org/licenses/by-sa/4.0/"',
)
READ = {
    "title": "Ferry runs again",
    "alt": "A ferry at a pier.",
    "extended_description": "A white ferry, its bow open.",
    "caption": "The ferry leaves.\nAt dawn.",
    "credit": "Anna Weiss / The Courier",
    "creator": "Anna Weiss, Bo Lind",
    "copyright_notice": "© 2026 Anna Weiss",
    "source": "The Courier",
    "licence": "CC BY-SA 4.0",
    "licence_url": "https://creativecommons.org/licenses/by-sa/4.0/",
    "usage_terms": "Link to the photographer.",
    "restrictions": "Not in Austria",
    "people": "Nora Field\nOla Berg",
    "place": "Pier 3, Merrow, Norland",
    "taken_at": datetime(2026, 5, 3, 4, 12, 40, tzinfo=UTC),
    "source_type": "compositeCapture",
}
TEXTS = {*READ, "valid_until", "notes"}
IIM = [
    (5, b"Object name"),
    (105, "Fähre fährt".encode()),
    (120, "Die Fähre legt ab.\rBei Tag.".encode()),
    (80, b"Anna Weiss"),
    (110, b"Agency"),
    (115, b"Archive"),
    (116, "© Anna Weiss".encode()),
    (40, b"Not on the front"),
    (90, b"Merrow"),
    (101, b"Norland"),
    (55, b"20260503"),
    (60, b"061240+0200"),
    (25, b"harbour"),
    (25, b"ferries"),
]


def texts_of(picture):
    """What is written about it, without what is empty, and its topics."""
    picture.refresh_from_db()
    texts = {name: value for name in TEXTS if (value := getattr(picture, name))}
    topics = sorted(topic.name for topic in picture.topics.all())
    return texts | ({"topics": topics} if topics else {})


def test_all_that_a_packet_of_xmp_tells_is_read(bring):
    picture = bring(telling(xmp=EVERYTHING))
    assert texts_of(picture) == READ | {"topics": ["Ferries", "harbour"]}
    assert picture.read_from == dict.fromkeys([*READ, "topics"], "XMP")


def test_an_agency_that_still_sends_iim_is_understood(bring):
    picture = bring(telling(iim=IIM))
    assert texts_of(picture) == {
        "title": "Fähre fährt",
        "caption": "Die Fähre legt ab.\nBei Tag.",
        "creator": "Anna Weiss",
        "credit": "Agency",
        "source": "Archive",
        "copyright_notice": "© Anna Weiss",
        "restrictions": "Not on the front",
        "place": "Merrow, Norland",
        "taken_at": datetime(2026, 5, 3, 4, 12, 40, tzinfo=UTC),
        "topics": ["ferries", "harbour"],
    }
    assert set(picture.read_from.values()) == {"IIM"}


@pytest.mark.parametrize(
    ("marked", "written"), [(b"\x1b%G", "utf-8"), (b"", "utf-8"), (b"", "cp1252"), (b"\x1b.A", "latin-1")]
)
def test_whichever_characters_iim_is_written_in(bring, marked, written):
    caption = "Fähre „Merrow“" if written in {"utf-8", "cp1252"} else "Fähre Merrow"
    picture = bring(telling(iim=[((1, 90), marked), (120, caption.encode(written))]))
    assert picture.caption == caption


def test_the_camera_is_asked_last(bring):
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "Fähre".encode(), "Cam Era", "Anna\0Editor"
    exif.get_ifd(0x8769)[0x9003], exif.get_ifd(0x8769)[0x9011] = "2026:05:03 06:12:40", "+02:00"
    packet = xmp("", attributes='photoshop:Headline="Ferry"')
    picture = bring(telling(xmp=packet, exif=exif, iim=[(80, b"Anna Weiss"), (105, b"Other")]))
    assert texts_of(picture) == {
        "title": "Ferry",
        "creator": "Anna Weiss",
        "caption": "Fähre",
        "copyright_notice": "Anna Editor",
        "taken_at": datetime(2026, 5, 3, 4, 12, 40, tzinfo=UTC),
    }
    assert picture.read_from == {
        "title": "XMP",
        "creator": "IIM",
        "caption": "EXIF",
        "copyright_notice": "EXIF",
        "taken_at": "EXIF",
    }


def test_what_a_person_writes_stands_and_the_file_fills_the_rest(bring):
    picture = bring(telling(xmp=EVERYTHING), title="Pier", credit="Anna Weiss / The Courier", topics=["ships"])
    assert texts_of(picture) == READ | {"title": "Pier", "topics": ["ships"]}
    # What they wrote as the file has it did come from the file.
    assert picture.read_from == dict.fromkeys(READ.keys() - {"title"}, "XMP")


def test_what_a_person_emptied_stays_empty(bring):
    picture = bring(
        telling(xmp=EVERYTHING), keep_empty={*READ, "topics"}, creator="Anna Weiss, Bo Lind", caption="At dawn"
    )
    assert texts_of(picture) == {"title": "telling", "creator": "Anna Weiss, Bo Lind", "caption": "At dawn"}
    assert picture.read_from == {"creator": "XMP"}


def test_who_brings_the_file_again_writes_nothing_over(bring):
    first = bring(telling(xmp=EVERYTHING), title="Pier")
    Picture.objects.filter(pk=first.pk).update(caption="")
    again = bring(telling(xmp=EVERYTHING))
    assert (again.pk, again.title, again.caption) == (first.pk, "Pier", "")


@pytest.mark.parametrize(
    ("zone", "utc"),
    [("Europe/Zurich", datetime(2026, 5, 3, 4, tzinfo=UTC)), ("UTC", datetime(2026, 5, 3, 6, tzinfo=UTC))],
)
def test_a_moment_without_a_zone_is_the_papers(bring, zone, utc):
    with override_settings(TIME_ZONE=zone):
        picture = bring(telling(iim=[(55, b"20260503"), (60, b"060000")]))
    assert picture.taken_at == utc


@pytest.mark.parametrize("told", ["2026", "2026-05", "2026-13-40", "0000-00-00", "next week", "9999-12-31T23:59:59Z"])
def test_what_is_no_moment_in_the_past_is_none(bring, told):
    picture = bring(telling(xmp=xmp(f"<photoshop:DateCreated>{told}</photoshop:DateCreated>")))
    assert picture.taken_at is None
    assert picture.read_from == {}


@pytest.mark.parametrize(
    "place",
    [
        '<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource">'
        "<Iptc4xmpExt:City>Merrow</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Norland</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>",
        "<photoshop:City> Merrow </photoshop:City><photoshop:State/><photoshop:Country>Norland</photoshop:Country>",
    ],
)
def test_a_place_is_one_line_whichever_way_it_is_told(bring, place):
    assert bring(telling(xmp=xmp(place))).place == "Merrow, Norland"


@pytest.mark.parametrize(
    ("address", "kept", "licence"),
    [
        ("https://creativecommons.org/publicdomain/zero/1.0/", True, "CC0 1.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/3.0/de/", True, "CC BY-NC-ND 3.0"),
        ("https://agency.example/terms", True, ""),
        ("javascript:alert(1)", False, ""),
        ("ask Anna", False, ""),
    ],
)
def test_an_address_is_kept_if_it_is_one(bring, address, kept, licence):
    picture = bring(telling(xmp=xmp(f"<xmpRights:WebStatement>{address}</xmpRights:WebStatement>")))
    assert (picture.licence_url, picture.licence) == (address if kept else "", licence)


BOMB = (
    "<!DOCTYPE lolz [<!ENTITY a 'lol'>"
    + "".join(f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
STRANGE = {
    "a bomb of entities": {"xmp": xmp("<photoshop:Headline>&i;</photoshop:Headline>", before=BOMB)},
    "an entity from a file": {
        "xmp": xmp(
            "<photoshop:Headline>&x;</photoshop:Headline>", before='<!DOCTYPE x [<!ENTITY x SYSTEM "/etc/passwd">]>'
        )
    },
    "no XML": {"xmp": b"<x:xmpmeta><unclosed"},
    "not UTF-8": {"xmp": b"\xff\xfe\xfa" + xmp("<photoshop:Headline>x</photoshop:Headline>")},
    "XML so deep that it has no end": {"xmp": xmp("<dc:title>" * 3000)},
    "EXIF of noise": {"exif": b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(range(256)) * 4},
    "IIM that ends early": {"iim": [(105, b"")]},
}


@pytest.mark.parametrize("saving", STRANGE.values(), ids=STRANGE)
def test_hostile_metadata_neither_stops_a_picture_nor_gets_in(bring, saving):
    picture = bring(telling(**saving))
    assert texts_of(picture) == {"title": "telling"}
    assert picture.read_from == {}


def test_texts_are_cleaned_of_what_nobody_can_see_and_cut_to_what_fits(bring):
    iim = [
        (105, b"Ferry\0\x07 at \x1b[31mdawn\xe2\x80\xae"),
        (110, b"x" * 500),
        (120, b"y" * 20_000),
        (80, b"Anna \xff\xfe Weiss"),
        *((25, f"word {number}".encode()) for number in range(200)),
        (25, b"z" * 101),
    ]
    picture = bring(telling(iim=[((1, 90), b"\x1b%G"), *iim]))
    assert picture.title == "Ferry at [31mdawn"
    assert picture.credit == "x" * 199 + "…"
    assert picture.caption == "y" * 5_000
    assert picture.creator == "Anna \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} Weiss"
    assert picture.topics.count() == 50


def test_markup_in_a_files_texts_is_shown_as_text(bring, client, make_story):
    picture = bring(
        telling(
            xmp=xmp(
                f"<dc:description>{alternatives(x_default='&lt;script&gt;alert(1)&lt;/script&gt;')}</dc:description>"
            )
        )
    )
    article = make_story("live", lead_picture=picture, lead_caption="")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("image_format", ["jpg", "avif"])
def test_readers_get_nothing_of_what_the_file_tells(bring, client, image_format):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (47.0, 22.0, 30.0)
    picture = bring(telling(xmp=EVERYTHING, iim=IIM, exif=exif, comment=b"Home of the witness", size=(400, 300)))
    rendition = client.get(f"/pictures/{picture.key}/320.{image_format}").content
    with Image.open(BytesIO(rendition)) as image:
        assert not image.getexif()
        assert not image.info.keys() & {"xmp", "exif", "photoshop", "icc_profile", "comment"}
    for word in (b"Anna", b"witness", b"Merrow", b"47,22", b"adobe", b"Photoshop", b"8BIM"):
        assert word not in rendition, word
    assert not {value for value in texts_of(picture).values() if "47" in str(value)}


# File → what it holds that we read, and where it stands. The rest holds nothing for us.
AT_HAND = {
    "iptc.jpg": {
        "place": ("Budapest, Hungary", "IIM"),
        "topics": (["2006", "Budapest", "Hungary", "HvK", "July", "holiday", "summer"], "IIM"),
        "taken_at": (datetime(2006, 7, 8, 21, 14, 45, tzinfo=UTC), "EXIF"),
    },
    "broken_exif_dpi.jpg": {
        "creator": ("Ross_Pushinaitis", "EXIF"),
        "copyright_notice": ("Ross_Pushinaitis", "EXIF"),
        "taken_at": (datetime(2013, 9, 11, 16, 45, 13, tzinfo=UTC), "EXIF"),
    },
    "empty_gps_ifd.jpg": {"taken_at": (datetime(2020, 7, 27, 14, 46, 48, tzinfo=UTC), "EXIF")},
    "multiple_exif.jpg": {"caption": ("firstsecond", "EXIF")},
    "exif_gps.jpg": {},  # taken in 2099, it says
    "xmp_no_prefix.jpg": {},
    "invalid-exif.jpg": {},
    "xmp_tags_orientation_exiftool.png": {},
}
IN_SHARED = {
    "IPTC-PhotometadataRef-Std2017.1.jpg": {
        "title": "The Headline (ref2017.1)",
        "caption": "The description aka caption (ref2017.1)",
        "credit": "Credit Line (ref2017.1)",
        "creator": "Creator1 (ref2017.1), Creator2 (ref2017.1)",
        "copyright_notice": "Copyright (Notice) 2017.1 IPTC - www.iptc.org (ref2017.1)",
        "source": "Source (ref2017.1)",
        "licence_url": "http://www.WebStatementOfRights.org/2017.1",
        "usage_terms": "Rights Usage Termns (ref2017.1)",
        "restrictions": "An Instruction (ref2017.1)",
        "people": "Person Shown 1 (ref2017.1)\nPerson Shown 2 (ref2017.1)",
        "place": "Sublocation (Core) (ref2017.1), City (Core) (ref2017.1), Province/State (Core) (ref2017.1), "
        "Country (Core) (ref2017.1)",
        "taken_at": datetime(2017, 7, 13, 17, 1, tzinfo=UTC),
        "source_type": "digitalCreation",  # softwareImage, which is retired
        "topics": ["Keyword1ref2017.1", "Keyword2ref2017.1", "Keyword3ref2017.1"],
    },
    "app13.jpg": {},
    "child_ifd.tiff": {},
    "exif.png": {},
    "no-dpi-in-exif.jpg": {},
    "photoshop-200dpi-broken.jpg": {},
}


@pytest.mark.parametrize(("name", "told"), AT_HAND.items(), ids=AT_HAND)
def test_what_was_read_is_what_the_file_holds(bring, name, told):
    picture = bring(file(name))
    assert texts_of(picture) == {"title": picture.title} | {field: value for field, (value, _) in told.items()}
    assert picture.read_from == {field: origin for field, (_, origin) in told.items()}


@pytest.mark.parametrize(("name", "told"), IN_SHARED.items(), ids=IN_SHARED)
def test_what_was_read_of_the_iptcs_own_picture(bring, name, told):
    picture = bring(shared_images(f"exif/{name}"))
    assert texts_of(picture) == {"title": picture.title} | told
    assert picture.read_from == dict.fromkeys(told, "XMP")


def test_a_moment_that_is_yet_to_come_is_told_by_a_clock_that_is_wrong(bring):
    later = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert bring(telling(xmp=xmp(f"<photoshop:DateCreated>{later}</photoshop:DateCreated>"))).taken_at is None
    assert bring(drawn()).taken_at is None
