import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

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
    with django_assert_num_queries(6):
        page = desk.get(LIBRARY)
    assert page.content.count(b'class="library-thumbnail"') == count


def test_a_picture_is_found_by_any_of_its_words(sign_in, contributor, bring):
    bring(drawn(400), title="Pier", credit="Anna Weiss")
    bring(drawn(401), title="Harbour", caption="The pier is behind it.")
    bring(drawn(402), title="Town hall", alt="A tower")
    desk = sign_in(contributor)

    def found(query):
        return {picture.title for picture in desk.get(LIBRARY, query).context["cl"].result_list}

    assert found({"q": "pier"}) == {"Pier", "Harbour"}
    assert found({"q": "pier weiss"}) == {"Pier"}
    assert found({"q": "tower"}) == {"Town hall"}
    assert found({"missing": "alt"}) == {"Pier", "Harbour"}
    assert found({"missing": "credit"}) == {"Harbour", "Town hall"}


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


def test_nobody_deletes_a_picture(sign_in, chief, bring):
    picture = bring()
    assert sign_in(chief).post(f"{LIBRARY}{picture.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Picture.objects.get() == picture


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
            }
        ],
        "next": False,
    }


def test_the_picker_turns_pages_and_searches(sign_in, contributor, bring_many, django_assert_num_queries):
    newest_first = [picture.pk for picture in reversed(bring_many(25))]
    desk = sign_in(contributor)

    def picked(query):
        with django_assert_num_queries(5):
            answer = desk.get(f"{LIBRARY}picker/", query).json()
        return [picture["id"] for picture in answer["pictures"]], answer["next"]

    assert picked({}) == (newest_first[:24], True)
    assert picked({"page": "2"}) == (newest_first[24:], False)
    assert picked({"page": "3"}) == ([], False)
    assert picked({"q": "pier 17"}) == ([newest_first[24 - 17]], False)
    for strange in ("0", "-1", "x", "9" * 5000, "²", ""):
        assert picked({"page": strange, "q": "\0"}) == (newest_first[:24], True)


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
