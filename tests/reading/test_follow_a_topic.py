def test_a_topic_gathers_its_stories(read, make_story):
    make_story(headline="On ferries", topics=["Ferry strike", "Islands"])
    make_story(headline="On islands", topics=["Islands"])

    page = read("/topics/ferry-strike/")

    assert page.one("h1") == "Ferry strike"
    assert page.all(".river h2") == ["On ferries"]


def test_the_list_counts_what_readers_can_see(read, make_story):
    for state in ("live", "live", "draft", "scheduled", "unpublished"):
        make_story(state, headline=f"{state}", topics=["Islands"])

    assert read("/topics/").all(".topic-columns li") == ["Islands 2"]


def test_a_topic_of_no_live_story_is_not_there(read, make_story):
    make_story("scheduled", topics=["Secret merger"])

    read("/topics/secret-merger/", status=404)
    read("/topics/secret-merger/feed/", status=404)
    assert read("/topics/").one(".empty") == "No story has a topic yet."
