from django.contrib.admin.views.main import ChangeList


class StoryList(ChangeList):
    """The desk's list of stories: loads a row's working copy and bylines, and no bodies."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = "Stories"

    def apply_select_related(self, queryset):
        return queryset.with_desk_row()
