from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.models import Change, PublishedVersion, SilentChange

COUNTED = 8  # people and sections, those with most first; and months, the newest first


@admin.register(SilentChange)
class SilentChangeAdmin(admin.ModelAdmin):
    """What was put right in live stories as a typing error: who, when, where, and how often. Only to be read."""

    list_display = ["when", "story", "section", "who", "changed"]
    list_display_links = None
    list_filter = [
        "at",
        ("by", admin.RelatedOnlyFieldListFilter),
        ("article__section", admin.RelatedOnlyFieldListFilter),
    ]
    list_per_page = 50
    list_select_related = ["article__section", "by", "revision"]
    ordering = ["-at", "-pk"]
    search_fields = ["revision__headline"]
    search_help_text = "Words of the headline."
    show_full_result_count = False
    change_list_template = "admin/articles/silentchange/change_list.html"

    # Displays

    @admin.display(description="when", ordering="at")
    def when(self, version):
        return f"{timezone.localtime(version.at):%-d %B %Y, %H:%M}"

    @admin.display(description="story")
    def story(self, version):
        address = reverse("admin:articles_article_change", args=[version.article_id])
        return format_html('<a href="{}">{}</a>', address, version.revision.headline)

    @admin.display(description="section", ordering="article__section__name")
    def section(self, version):
        return version.article.section

    @admin.display(description="who", ordering="by__username")
    def who(self, version):
        return version.by

    @admin.display(description="what changed")
    def changed(self, version):
        address = reverse("admin:articles_article_compare", args=[version.article_id])
        return format_html(
            '<a href="{}?old={}&amp;new={}">What changed<span class="visually-hidden"> in {}</span></a>',
            address,
            version.revision_before,
            version.revision_id,
            version.revision.headline,
        )

    # The list

    def get_queryset(self, request):
        before = PublishedVersion.objects.filter(article=OuterRef("article"), pk__lt=OuterRef("pk")).order_by("-pk")
        silent = super().get_queryset(request).filter(change=Change.TYPO)
        return silent.annotate(revision_before=Subquery(before.values("revision")[:1])).defer(
            "article__body", "article__search", "article__desk_search", "revision__body"
        )

    def changelist_view(self, request, extra_context=None):
        answer = super().changelist_view(request, {"title": "Silent changes"} | (extra_context or {}))
        if hasattr(answer, "context_data") and "cl" in answer.context_data:
            answer.context_data["counts"] = _counts(answer.context_data["cl"].queryset)
        return answer

    # Who may

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.publish_article")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def _counts(versions):
    """How many there are of those that the list shows: in all, and for whom, where and when most."""
    plain = versions.order_by().values("pk")
    silent = SilentChange.objects.filter(pk__in=plain).order_by()

    def most(called, field):
        rows = silent.values(field).annotate(number=Count("pk")).order_by("-number", field)[:COUNTED]
        return called, [(row[field], row["number"]) for row in rows]

    months = silent.annotate(month=TruncMonth("at")).values("month").annotate(number=Count("pk")).order_by("-month")
    return {
        "all": silent.count(),
        "lists": [
            most("By person", "by__username"),
            most("By section", "article__section__name"),
            ("By month", [(f"{row['month']:%B %Y}", row["number"]) for row in months[:COUNTED]]),
        ],
    }
