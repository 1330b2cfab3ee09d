def test_a_topic_gathers_its_stories(read, make_story):
    make_story(headline="On ferries", topics=["Ferry strike", "Islands"])
    make_story(headline="On islands", topics=["Islands"])

    page = read("/topics/ferry-strike/")

    assert page.one("h1") == "Ferry strike"
    assert page.all(".river h2") == ["On ferries"]


def test_the_list_knows_what_readers_can_see(read, make_story):
    for state in ("live", "live", "draft", "scheduled", "unpublished"):
        make_story(state, headline=f"{state}", topics=["Islands", f"Only {state}"])

    assert read("/topics/").all(".topic-columns li") == ["Islands", "Only live"]


def test_a_topic_of_no_live_story_is_not_there(read, make_story):
    make_story("scheduled", topics=["Secret merger"])

    read("/topics/secret-merger/", status=404)
    read("/topics/secret-merger/?before=1-1", status=404)
    read("/topics/secret-merger/feed/", status=404)
    assert read("/topics/").one(".empty") == "No story has a topic yet."


def test_many_topics_are_shown_a_stretch_at_a_time_and_from_any_name_on(read, make_story):
    names = [f"{'topic' if number % 2 else 'Topic'} {number:03d}" for number in range(130)]
    make_story(topics=names)
    make_story("draft", topics=["Topic 999"])

    first = read("/topics/")
    (further,) = first.attribute(".stretch a", "href")
    second = read("/topics/" + further)

    assert first.all(".topic-columns li") + second.all(".topic-columns li") == names
    assert second.meta("robots") == "noindex, follow"
    assert second.attribute(".stretch a", "href") == ["/topics/"]
    assert read("/topics/?from=TOPIC+12").all(".topic-columns li") == names[120:]
    assert read("/topics/?from=%00zebra").one(".empty") == "No topic comes after “zebra”. Back to the first"


def test_a_short_list_of_topics_needs_no_way_through_it(read, make_story):
    make_story(topics=["Islands"])

    assert read("/topics/").all(".names-from") == read("/topics/").all(".stretch") == []
