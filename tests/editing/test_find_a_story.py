import pytest

LIST = "/desk/articles/article/"


def headlines(response):
    return [story.working_copy.headline for story in response.context["cl"].result_list]


@pytest.fixture
def stories(make_story, ann):
    return [
        make_story("draft", headline="Ferry strike", body="<p>The <em>Hollin</em> boat lies idle.</p>"),
        make_story("live", headline="Herring prices", credits=[(ann.pk, "writer")]),
        make_story("updating", headline="Tram line", body="<p>Old words.</p>"),
        make_story("scheduled", headline="Budget"),
        make_story("review", headline="School meals"),
        make_story("unpublished", headline="Lamps cancelled"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hollin idle", ["Ferry strike"]),
        ("weiss", ["Herring prices"]),
        ("newer", ["Tram line (newer)"]),
        ('"lies idle"', ["Ferry strike"]),
        ("boat -hollin", []),
        ("strikes", ["Ferry strike"]),
        ("nothing like it", []),
    ],
)
def test_by_the_words_of_the_newest_version(sign_in, editor, stories, words, found):
    assert headlines(sign_in(editor).get(LIST, {"q": words})) == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("draft", ["Ferry strike"]),
        ("review", ["School meals"]),
        ("scheduled", ["Budget"]),
        ("live", ["Tram line (newer)", "Herring prices"]),
        ("updating", ["Tram line (newer)"]),
        ("unpublished", ["Lamps cancelled"]),
    ],
)
def test_by_state(sign_in, editor, stories, state, found):
    assert headlines(sign_in(editor).get(LIST, {"state": state})) == found


def test_newest_saved_first(sign_in, editor, stories):
    assert headlines(sign_in(editor).get(LIST)) == [
        "Lamps cancelled", "School meals", "Budget", "Tram line (newer)", "Herring prices", "Ferry strike",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 12])
def test_the_list_costs_the_same_for_one_and_for_many(
    sign_in, editor, make_story, ann, django_assert_num_queries, number
):
    for n in range(number):
        make_story("live", headline=f"Story {n}", credits=[(ann.pk, "writer")], topics=[f"Topic {n}"])
    desk = sign_in(editor)
    with django_assert_num_queries(8):
        desk.get(LIST)
