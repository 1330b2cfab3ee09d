from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html_join

from articles import rights
from articles.admin.act_page import act_page, comparison_page, history_page
from articles.admin.acts import ACTS, offered_acts
from articles.admin.bylines import BylineInline
from articles.admin.choices import shown_choices
from articles.admin.filters import OwnFilter, PictureRightsFilter, StateFilter
from articles.admin.form import StoryForm
from articles.admin.story_list import StoryList
from articles.models import Article
from articles.picture_rights import sentences_about_rights
from articles.state_words import further_names, state_name, state_sentence, told
from pictures.picture_field import picture_formfield
from prose.editor import hosts_editor

LEAD_PICTURE = "Lead picture"


@admin.register(Article)
@hosts_editor
class ArticleAdmin(admin.ModelAdmin):
    """Editing lays the working copy over the form; saving makes a revision; the live row moves only by verbs."""

    form = StoryForm
    inlines = [BylineInline]
    autocomplete_fields = ["further_sections", "series"]
    list_display = ["story", "state", "section", "credits", "saved", "published"]
    list_display_links = ["story"]
    list_filter = [StateFilter, OwnFilter, PictureRightsFilter, "section"]
    list_per_page = 50
    ordering = ["-saved_at", "-pk"]
    search_fields = ["pk"]  # shows the search box; get_search_results looks in the working copies
    search_help_text = "Words of the story, its headline or its bylines. “A phrase in quotes”, -without."
    show_full_result_count = False
    change_form_template = "admin/articles/article/change_form.html"
    save_on_top = False
    view_on_site = False  # the link stands in the template, and only where readers can follow it
    fieldsets = [
        (
            None,
            {
                "fields": ["kicker", "headline", "standfirst", "body", "began_from", "filed_as"],
                "classes": ["story-words"],
            },
        ),
        (LEAD_PICTURE, {"fields": ["lead_picture", "lead_caption", "lead_credit", "lead_alt"]}),
        (
            "Filing",
            {
                "fields": ["section", "further_sections", "slug", "kind", "language", "series", "topics"],
                "description": "Section and slug take effect at once, also on a published story.",
            },
        ),
        (
            "Search engines and sharing",
            {
                "fields": [
                    "search_title",
                    "search_description",
                    "social_title",
                    "social_description",
                    "canonical_url",
                ],
                "classes": ["collapse"],
            },
        ),
    ]

    # Displays

    @admin.display(description="story", ordering="working_copy__headline")
    def story(self, article):
        return render_to_string("desk/story_cell.html", {"article": article, "copy": article.working_copy})

    @admin.display(description="state")
    def state(self, article):
        named = {"name": state_name(article), "further": further_names(article)}
        return render_to_string("desk/state_badge.html", named)

    @admin.display(description="bylines")
    def credits(self, article):
        return ", ".join(byline.author.name for byline in article.working_copy.bylines.all())

    @admin.display(description="saved", ordering="saved_at")
    def saved(self, article):
        return render_to_string("desk/saved_cell.html", {"copy": article.working_copy})

    @admin.display(description="published", ordering="published_at")
    def published(self, article):
        if article.published_at is None:
            return None
        return f"{timezone.localtime(article.published_at):%-d %b %Y, %H:%M}"

    # Who may

    def has_add_permission(self, request):
        return rights.may_draft(request.user)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return rights.may_write(request.user, obj)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return rights.may_read(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return False

    # What is shown

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "lead_picture":
            return picture_formfield(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request):
        stories = super().get_queryset(request)
        if request.user.has_perm("articles.edit_any_article"):
            return stories
        return stories.writable_by(request.user)

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_search_results(self, request, queryset, search_term):
        if search_term.strip():
            queryset = queryset.with_working_words_matching(search_term)
        return queryset, False

    def get_form(self, request, obj=None, change=False, **kwargs):
        inline = BylineInline(self.model, self.admin_site)
        told = {"user": request.user, "byline_rows": staticmethod(lambda: inline.get_formset(request, obj))}
        return type("RequestStoryForm", (super().get_form(request, obj, change, **kwargs),), told)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        said = sentences_about_rights(obj) if obj else []
        if not said:
            return fieldsets
        told = {"description": format_html_join("", "<p>{}</p>", ((sentence,) for sentence in said))}
        return [(name, options | told if name == LEAD_PICTURE else options) for name, options in fieldsets]

    def get_readonly_fields(self, request, obj=None):
        if obj is not None and not obj.is_drafted and not obj.is_in_review:
            return [] if rights.may_publish(request.user, obj) else ["section", "further_sections", "slug"]
        return []

    def get_object(self, request, object_id, from_field=None):
        # While a save is being decided, nobody else's save may slip in between the check and the writing.
        article = super().get_object(request, object_id, from_field)
        if article is None:
            return None
        if request.method == "POST":
            article = Article.objects.select_for_update(of=["self"], no_key=True).get(pk=article.pk)
        for name, value in article.working_copy.words.items():
            setattr(article, name, value)
        return article

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            stands = Article.objects.select_related("working_copy__by", "live_revision").get(pk=obj.pk)
            context |= {
                "stands": stands,
                "state_name": state_name(stands),
                "further_names": further_names(stands),
                "state_sentence": state_sentence(stands),
                "acts": offered_acts(request.user, stands),
                "update_notes": stands.update_notes.all(),
                "told": told(stands),
                "overtaken_by": context["adminform"].form.overtaken_by if change and request.POST else None,
                "choices": shown_choices(context["adminform"].form) if change and request.POST else [],
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving

    def save_form(self, request, form, change):
        return form.instance

    def save_model(self, request, article, form, change):
        """Nothing yet: a revision needs the bylines too, which stand in the inline. See `save_related`."""

    def save_related(self, request, form, formsets, change):
        copy, article = form.copy(formsets[0].credits), form.instance
        if change:
            article.met = form.note
            article.save_revision(copy, by=request.user, began_from=article.working_copy, note=form.note)
            if form.filing:
                article.file(by=request.user, **form.filing)
        else:
            begun = Article.draft(copy, by=request.user, **form.filing)
            article.__dict__.update(begun.__dict__)

    def construct_change_message(self, request, form, formsets, add=False):
        return "Began the story." if add else "Saved a version."

    def response_add(self, request, obj, post_url_continue=None):
        return self._next_page(request, obj)

    def response_change(self, request, obj):
        return self._next_page(request, obj)

    def _next_page(self, request, article):
        """Saved, and on to the page of the act or the preview whose button was pressed; else back to writing."""
        if (name := request.POST.get("_act")) in ACTS:
            return redirect("admin:articles_article_act", article.pk, name)
        if "_preview" in request.POST:
            return redirect("preview", article.pk, article.working_copy_id)
        met = getattr(article, "met", "")
        self.message_user(request, " ".join(filter(None, ["Saved.", met, state_sentence(article)])), messages.SUCCESS)
        return redirect("admin:articles_article_change", article.pk)

    # Further pages

    def get_urls(self):
        own = [
            path(
                "<int:pk>/act/<slug:name>/",
                self.admin_site.admin_view(lambda request, **kwargs: act_page(self, request, **kwargs)),
                name="articles_article_act",
            ),
            path(
                "<int:pk>/history/compare/",
                self.admin_site.admin_view(lambda request, **kwargs: comparison_page(self, request, **kwargs)),
                name="articles_article_compare",
            ),
        ]
        return own + super().get_urls()

    def history_view(self, request, object_id, extra_context=None):
        return history_page(self, request, object_id)
