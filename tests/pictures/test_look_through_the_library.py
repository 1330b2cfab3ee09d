from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from pictures.arrival import arrive
from pictures.models import Picture
from tests.pictures.conftest import drawn, file

LIBRARY = "/desk/pictures/picture/"


@pytest.fixture
def bring_many(bring):
    def bring_many(count, **texts):
        return [bring(drawn(320 + number, 200), title=f"Pier {number}", **texts) for number in range(count)]

    return bring_many


def upload(name):
    return SimpleUploadedFile(name, file(name).read())


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_with_one_picture_and_with_many(
    sign_in, contributor, bring_many, django_assert_num_queries, count
):
    bring_many(count)
    desk = sign_in(contributor)
    with django_assert_num_queries(8):
        page = desk.get(LIBRARY)
    assert page.content.count(b'class="card"') == count


@pytest.fixture
def found(sign_in, contributor):
    """`found(q="pier")`: the titles on the contact sheet."""
    desk = sign_in(contributor)
    return lambda **asked: {card.picture.title for card in desk.get(LIBRARY, asked).context["cards"]}


def test_a_picture_is_found_by_any_of_its_words(bring, found):
    bring(drawn(400), title="Pier", credit="Anna Weiss")
    bring(drawn(401), title="Harbour", caption="The pier is behind it.")
    bring(drawn(402), title="Town hall", alt="A tower")

    assert found(q="pier") == {"Pier", "Harbour"}
    assert found(q="pier weiss") == {"Pier"}
    assert found(q="tower") == {"Town hall"}
    assert found(missing="alt") == {"Pier", "Harbour"}
    assert found(missing="credit") == {"Harbour", "Town hall"}


TEXTS = "title alt extended_description caption credit people place creator copyright_notice source licence".split()


@pytest.mark.parametrize("name", [*TEXTS, "usage_terms", "restrictions", "notes"])
def test_every_text_counts(bring, found, name):
    bring(drawn(400), **{"title": "Pier", name: "Über Ærøskøbing’s O’Neill_2"})
    bring(drawn(401), title="Boat")
    for words in ("uber", "ÜBER ær", "neill 2", "o'neill", "“Ærøskøbing”", "Über-Ærø"):
        assert len(found(q=words)) == 1, words
    for words in ("bridge", "ber", "uber bridge", "“”"):
        assert found(q=words) == set(), words


def test_topics_count_and_so_does_a_topic_that_is_renamed_or_taken_away(bring, found):
    pier = bring(drawn(400), title="Pier", topics=["Ferry strike", "Islands"])
    bring(drawn(401), title="Boat")
    assert found(q="pier strike isl") == {"Pier"}
    Tag.objects.filter(name="Islands").update(name="Skerries")
    assert found(q="islands") == set()
    assert found(q="skerries") == {"Pier"}
    pier.topics.remove("Ferry strike")
    assert found(q="strike") == set()


def test_words_of_any_kind_are_no_trouble(bring, found):
    bring(drawn(400), title="Pier", notes="x " * 400_000)
    bring(drawn(401), title="木造の船 Σίσυφος")
    for words in ("'", "\\", "a & !b | (c", ":*", "<->", "\0pier", "%s", "x" * 400):
        found(q=words)
    assert found(q="\0pier") == {"Pier"}
    assert found(q="木造") == found(q="σίσ") == {"木造の船 Σίσυφος"}


def test_it_is_narrowed(bring, found, contributor, editor, make_story):
    now = timezone.now()
    bring(drawn(400), title="Pier", creator="Anna Weiss", licence="Own work", topics=["Ferries"])
    bring(drawn(401), title="Boat", creator="anna weiss", valid_until=now - timedelta(hours=1), restrictions="Not here")
    bring(drawn(402), title="Hall", valid_until=now + timedelta(days=3), source_type="trainedAlgorithmicMedia")
    bring(drawn(403), title="Quay", valid_until=now + timedelta(days=300), licence="CC BY 4.0")
    used = bring(drawn(404), title="Used")
    make_story("draft", lead_picture=used)
    with time_machine.travel("2026-05-03 21:30Z", tick=False):
        arrive(drawn(405), by=contributor, title="Mine")

    all_but_mine = {"Pier", "Boat", "Hall", "Quay", "Used"}
    assert found() == all_but_mine | {"Mine"}
    assert found(photographer="Anna Weiss") == {"Pier", "Boat"}
    assert found(topic="ferries") == {"Pier"}
    assert found(licence="cc by 4.0") == {"Quay"}
    assert found(rights="ended") == {"Boat"}
    assert found(rights="ending") == {"Hall"}
    assert found(rights="restricted") == {"Boat"}
    assert found(made="labelled") == {"Hall"}
    assert found(use="unused") == {"Pier", "Boat", "Hall", "Quay", "Mine"}
    assert found(whose="mine") == {"Mine"}
    assert found(since="2026-05-04") == all_but_mine
    assert found(until="2026-05-03") == {"Mine"}
    assert found(since="2026-05-03", until="2026-05-03") == {"Mine"}
    assert found(photographer="Anna Weiss", rights="ended", q="boa") == {"Boat"}
    assert found(since="yesterday", use="x", after="x", missing="") == all_but_mine | {"Mine"}


def test_the_states_are_said_in_words(sign_in, contributor, bring):
    with time_machine.travel("2026-05-03 12:00Z", tick=False):
        good = {"alt": "A pier", "credit": "Anna Weiss"}
        bring(drawn(400), title="Good", **good)
        bring(drawn(401), title="Bare")
        bring(drawn(402), title="Ended", **good, valid_until=datetime(2026, 5, 3, 11, tzinfo=UTC))
        bring(drawn(403), title="Ends", **good, valid_until=datetime(2026, 5, 20, 11, tzinfo=UTC))
        bring(drawn(404), title="AI", **good, source_type="trainedAlgorithmicMedia", restrictions="Not on the front")
        cards = sign_in(contributor).get(LIBRARY).context["cards"]
    assert {card.picture.title: [words for _, words in card.cautions] for card in cards} == {
        "Good": [],
        "Bare": ["No alternative text", "No credit"],
        "Ended": ["Rights ended on 3 May 2026"],
        "Ends": ["Rights end on 20 May 2026"],
        "AI": ["Not on the front", "Made with AI"],
    }


def test_the_archive_goes_on_and_on(sign_in, contributor, bring_many, django_assert_num_queries):
    newest_first = [picture.title for picture in reversed(bring_many(50))]
    Picture.objects.filter(title__in=newest_first[46:]).update(
        uploaded_at=Picture.objects.get(title="Pier 0").uploaded_at
    )
    desk = sign_in(contributor)
    page = desk.get(LIBRARY, {"q": "pier"})
    first = [card.picture.title for card in page.context["cards"]]
    assert "page" not in page.context["older"]
    with django_assert_num_queries(8):
        page = desk.get(LIBRARY + page.context["older"])
    assert first + [card.picture.title for card in page.context["cards"]] == newest_first
    assert (page.context["older"], page.context["newest"]) == ("", "?q=pier")
    assert b"These are the oldest." in page.content


def test_what_there_is_not_is_said(sign_in, contributor, bring):
    desk = sign_in(contributor)
    assert b"The library is empty." in desk.get(LIBRARY).content
    bring(drawn(), title="Pier")
    assert b"No picture is like that." in desk.get(LIBRARY, {"q": "boat"}).content
    assert b"1 picture, and no more." in desk.get(LIBRARY, {"q": "pier"}).content


def test_an_editor_adds_a_picture_and_describes_it(sign_in, editor):
    desk = sign_in(editor)
    desk.post(f"{LIBRARY}add/", {"file": upload("iptc.jpg"), "alt": "A shop sign"})
    picture = Picture.objects.get()
    assert (picture.title, picture.alt, picture.uploaded_by) == ("iptc", "A shop sign", editor)

    texts = {"title": "Sign", "alt": "A sign", "credit": "Anna Weiss", "focal_x": "0.3", "focal_y": "0.7"}
    page = desk.post(f"{LIBRARY}{picture.pk}/change/", texts, follow=True)
    assert page.status_code == 200
    picture.refresh_from_db()
    assert (picture.title, picture.credit, picture.focus) == ("Sign", "Anna Weiss", (30, 70))


def test_what_was_typed_stays_when_the_file_is_refused(sign_in, contributor):
    page = sign_in(contributor).post(f"{LIBRARY}add/", {"file": upload("truncated_jpeg.jpg"), "alt": "A shop sign"})
    assert page.status_code == 200
    assert page.context["adminform"].form.errors == {
        "file": ["“truncated_jpeg.jpg” is damaged or cut off. Export or download it again and send that."]
    }
    assert b'value="A shop sign"' in page.content


def test_who_adds_a_picture_that_is_here_is_led_to_it(sign_in, editor, bring):
    known = bring(file("iptc.jpg"), title="Sign")
    page = sign_in(editor).post(f"{LIBRARY}add/", {"file": upload("iptc.jpg"), "alt": "A sign"}, follow=True)
    assert page.redirect_chain == [(f"{LIBRARY}{known.pk}/change/", 302)]
    assert [str(message) for message in page.context["messages"]] == [
        "This picture was here already. What you wrote filled its empty fields."
    ]
    known.refresh_from_db()
    assert known.alt == "A sign"


def test_a_contributor_who_adds_it_again_changes_none_of_its_texts(sign_in, contributor, bring):
    known = bring(file("iptc.jpg"), title="Sign")
    page = sign_in(contributor).post(f"{LIBRARY}add/", {"file": upload("iptc.jpg"), "alt": "A sign"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == [
        "This picture was here already, with the texts below. An editor can change them."
    ]
    known.refresh_from_db()
    assert known.alt == ""


@pytest.mark.parametrize("lookup", ["lead_of_revision=1", "lead_of_article__slug=x", "uploaded_by__username=x"])
def test_the_list_answers_no_question_about_stories(sign_in, contributor, lookup):
    assert sign_in(contributor).get(f"{LIBRARY}?{lookup}").status_code == 400


def test_the_editor_picks_from_the_newest(sign_in, contributor, bring, django_assert_num_queries):
    picture = bring(drawn(800, 600), title="Pier", alt="A pier", caption="At dawn", credit="Anna Weiss")
    desk = sign_in(contributor)
    with django_assert_num_queries(5):
        answer = desk.get(f"{LIBRARY}picker/")
    assert answer.json() == {
        "pictures": [
            {
                "id": picture.pk,
                "title": "Pier",
                "alt": "A pier",
                "caption": "At dawn",
                "credit": "Anna Weiss",
                "thumbnail": f"/pictures/{picture.key}/square-320-at-50-50.avif",
                "width": 800,
                "height": 600,
                "cautions": [],
            }
        ],
        "next": "",
    }


def test_the_picker_turns_pages_and_searches(sign_in, contributor, bring_many, django_assert_num_queries):
    newest_first = [picture.pk for picture in reversed(bring_many(25))]
    desk = sign_in(contributor)

    def picked(query):
        with django_assert_num_queries(5):
            answer = desk.get(f"{LIBRARY}picker/", query).json()
        return [picture["id"] for picture in answer["pictures"]], answer["next"]

    first, place = picked({})
    assert first == newest_first[:24]
    assert picked({"after": place}) == (newest_first[24:], "")
    assert picked({"q": "pier 17"}) == ([newest_first[24 - 17]], "")
    assert picked({"whose": "mine"}) == ([], "")
    for strange in ("0", "-1", "x", "9" * 5000, "²-1", "1-²", "", "9-9-9", f"{'9' * 30}-1"):
        assert picked({"after": strange, "q": "\0"}) == (newest_first[:24], place)
    assert desk.get(f"{LIBRARY}picker/", {"lead_of_revision": "1"}).status_code == 400


def test_pictures_are_told_by_their_numbers(sign_in, contributor, bring_many, django_assert_num_queries):
    pictures = bring_many(3)
    desk = sign_in(contributor)
    with django_assert_num_queries(5):
        answer = desk.get(f"{LIBRARY}picker/", {"ids": f"{pictures[2].pk},{pictures[0].pk},999999999,x"}).json()
    assert [picture["id"] for picture in answer["pictures"]] == [pictures[2].pk, pictures[0].pk]


def test_a_picture_is_sent_from_the_editor(sign_in, contributor):
    texts = {"alt": "A shop sign", "credit": "Anna Weiss", "caption": "In Fishgate"}
    answer = sign_in(contributor).post(f"{LIBRARY}upload/", {"file": upload("iptc.jpg"), **texts})
    picture = Picture.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "id": picture.pk,
        "title": "iptc",
        **texts,
        "thumbnail": picture.square,
        "width": 640,
        "height": 480,
        "cautions": [],
        "filled": {"place": "IIM", "topics": "IIM", "taken_at": "EXIF"},
    }


def test_the_editor_is_told_what_is_wrong_with_which_field(sign_in, contributor):
    desk = sign_in(contributor)
    answer = desk.post(f"{LIBRARY}upload/", {"file": upload("hopper_16bit.pgm"), "credit": "x" * 201})
    assert answer.status_code == 400
    assert answer.json() == {
        "errors": {
            "file": ["“hopper_16bit.pgm” is a portable pixmap. Save it as PNG and send that."],
            "credit": ["Ensure this value has at most 200 characters (it has 201)."],
        }
    }
    assert desk.post(f"{LIBRARY}upload/", {"alt": "No file"}).json() == {
        "errors": {"file": ["This field is required."]}
    }
    assert desk.get(f"{LIBRARY}upload/").status_code == 405
    assert Picture.objects.count() == 0


def test_the_editor_shows_a_thumbnail_by_number(sign_in, contributor, bring):
    picture = bring()
    desk = sign_in(contributor)
    answer = desk.get(f"{LIBRARY}{picture.pk}/thumbnail/")
    assert (answer.status_code, answer["Location"]) == (302, picture.square)
    assert desk.get(f"{LIBRARY}{picture.pk + 1}/thumbnail/").status_code == 404


def test_who_has_no_role_sees_and_sends_nothing(sign_in, make_user, bring):
    picture = bring()
    addresses = [LIBRARY, f"{LIBRARY}add/", *(f"{LIBRARY}{end}/" for end in ("picker", "upload"))]
    addresses += [f"{LIBRARY}{picture.pk}/{end}/" for end in ("change", "thumbnail")]
    stranger, nobody = Client(), sign_in(make_user("nora"))
    for address in addresses:
        answer = stranger.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/desk/login/"), address
        assert nobody.get(address).status_code == 403, address
    assert nobody.post(f"{LIBRARY}upload/", {"file": upload("iptc.jpg")}).status_code == 403
    assert Picture.objects.get() == picture


def test_nothing_is_sent_from_another_site(contributor):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(contributor)
    assert careful.post(f"{LIBRARY}upload/", {"file": upload("iptc.jpg")}).status_code == 403
    assert Picture.objects.count() == 0


def test_the_lead_picture_of_a_story_is_found_by_typing(sign_in, contributor, bring_many, django_assert_num_queries):
    bring_many(3)
    field = {"app_label": "articles", "model_name": "article", "field_name": "lead_picture", "term": "pier 1"}
    desk = sign_in(contributor)
    with django_assert_num_queries(6):
        answer = desk.get("/desk/autocomplete/", field)
    assert [result["text"] for result in answer.json()["results"]] == ["Pier 1"]
