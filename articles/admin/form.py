import json

from django import forms
from django.core.exceptions import PermissionDenied

from articles.admin.topics_field import TopicsField
from articles.copy import Copy
from articles.merging import merge, together_with
from articles.models import Article, Revision


class StoryForm(forms.ModelForm):
    """The working copy on the screen. It fills and checks fields; the verbs of `Article` do the saving."""

    topics = TopicsField(
        required=False,
        help_text="Separated by commas: “Ferry strike, Islands”. A new topic is made by being typed here.",
    )
    began_from = forms.IntegerField(required=False, widget=forms.HiddenInput)
    filed_as = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [
            "kicker",
            "headline",
            "standfirst",
            "body",
            "kind",
            "language",
            "series",
            "lead_picture",
            "lead_caption",
            "lead_credit",
            "lead_alt",
            "section",
            "further_sections",
            "slug",
            "search_title",
            "search_description",
            "social_title",
            "social_description",
            "canonical_url",
        ]
        widgets = {
            "kicker": forms.TextInput(attrs={"class": "vTextField"}),
            "headline": forms.Textarea(attrs={"rows": 2, "class": "headline-field"}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "class": "standfirst-field"}),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "lead_alt": forms.Textarea(attrs={"rows": 2}),
        }

    # Set by ArticleAdmin.get_form on the class that it makes for a request
    user = None
    byline_rows = None  # gives the formset of the bylines

    settled = None  # what came of this save and another's, where they met
    met = None  # their merge, where somebody has to choose

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.overtaken_by = None
        self.filed = {name: getattr(self.instance, name) for name in ("section", "slug")}
        copy = self.instance.working_copy if self.instance.pk else None
        if copy:
            self.initial["topics"] = list(copy.topics.all())
            self.initial["began_from"] = copy.pk
            self.initial["filed_as"] = self._shown_filing()

    def clean_headline(self):
        # The field is two lines high so that a long headline can be seen whole; it holds one line all the same.
        headline = " ".join(self.cleaned_data["headline"].split())
        if not headline:
            raise forms.ValidationError("Write a headline, or a working title: the story is found by it.")
        return headline

    def clean(self):
        """Merge a save that began from an older version than the newest; where both changed the same thing, ask."""
        cleaned = super().clean()
        newest = self.instance.working_copy if self.instance.pk else None
        self._take_over_filing(cleaned)
        if newest and cleaned.get("began_from") != newest.pk and not self._is_sent_twice(newest, cleaned):
            self._meet(newest, cleaned)
        self._check_filing(cleaned)
        return cleaned

    def _meet(self, newest, cleaned):
        formset = self.byline_rows()
        rows = formset(self.data, instance=self.instance, prefix=formset.get_default_prefix())
        if self.errors or not rows.is_valid():
            return  # said beside its field; there will be another save
        base = Revision.objects.filter(article=self.instance, pk=cleaned.get("began_from")).first()
        met = merge(Copy.of(base) if base else Copy({}), self.copy(rows.credits), Copy.of(newest))
        try:
            self.settled = met.settled(self._answers(newest))
        except (KeyError, ValueError):
            self.met, self.overtaken_by = met, newest
            raise forms.ValidationError(
                "%(who)s saved this story while you were writing, and changed what you changed too. Nothing of yours "
                "is lost: choose, below, what is to stand.",
                code="overtaken",
                params={"who": newest.by},
            ) from None

    def _answers(self, newest):
        """What was chosen, if it was about this newest version; a choice's name as it is in the page → the answer."""
        if self.data.get("chosen_about") != str(newest.pk):
            return {}
        return {name.removeprefix("choice-"): self.data[name] for name in self.data if name.startswith("choice-")}

    def _shown_filing(self):
        """Section, slug and further sections as this screen shows them, to see later which were changed here."""
        further = sorted(self.instance.further_sections.values_list("pk", flat=True))
        return json.dumps([self.instance.section_id, self.instance.slug, further])

    def _take_over_filing(self, cleaned):
        """Leave what was not touched on this screen as it stands now: somebody else may have filed it meanwhile."""
        try:
            section, slug, further = json.loads(cleaned.get("filed_as") or "")
        except (ValueError, TypeError):
            return
        now = Article.objects.get(pk=self.instance.pk)
        if "section" in cleaned and (cleaned["section"] and cleaned["section"].pk) == section:
            cleaned["section"] = now.section
        if "slug" in cleaned and cleaned["slug"] == slug:
            cleaned["slug"] = now.slug
        if "further_sections" in cleaned and sorted(one.pk for one in cleaned["further_sections"]) == further:
            cleaned["further_sections"] = now.further_sections.all()

    def _is_sent_twice(self, newest, cleaned):
        """Whether the newest version is what this very screen sent a moment ago: a double click on Save."""
        same = newest.by == self.user and newest.began_from_id == cleaned.get("began_from")
        return same and self.copy(newest.credits).words == Copy.of(newest).words

    def _check_filing(self, cleaned):
        if not self.instance.pk or not {"section", "slug"} <= cleaned.keys():
            return
        wanted = {name: cleaned[name] for name in self.filed}
        if wanted == self.filed:
            return
        try:
            Article.objects.get(pk=self.instance.pk).check_filing(by=self.user, **wanted)
        except PermissionDenied as error:
            raise forms.ValidationError(str(error)) from error

    def validate_constraints(self):
        """Not here: the words on the form are the revision's, the database's constraints are the live article's."""

    def validate_unique(self):
        """Not here either; `Article.file` and `Article.publish` find a free address."""

    def copy(self, credits):
        """What this save says of the story: the screen, or the screen and what somebody else saved, together."""
        if self.settled:
            return self.settled
        words = {name: self.cleaned_data[name] for name in Revision().words if name in self.cleaned_data}
        return Copy(words, credits, self.cleaned_data["topics"])

    @property
    def note(self):
        return together_with(self.instance.working_copy) if self.settled else ""

    @property
    def filing(self):
        """Section, further sections and slug, for `Article.file`; empty where this person may not file."""
        names = ("section", "further_sections", "slug")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
