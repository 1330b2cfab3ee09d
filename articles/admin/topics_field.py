from pictures.admin.topics_field import TopicNamesField


class TopicsField(TopicNamesField):
    """The same for the topics of a story, which it can be filled with."""

    longest, too_long = 100, "“{}…” is longer than {} characters. Is a comma missing?"

    def prepare_value(self, value):
        return value if isinstance(value, str) else ", ".join(topic.name for topic in value or [])
