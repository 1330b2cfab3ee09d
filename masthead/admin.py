from django.contrib import admin
from django.shortcuts import redirect
from django.template.loader import render_to_string

from addresses.admin import AddressedAdmin
from masthead.models import ConnectLink, Masthead, StandingPage
from pictures.picture_field import picture_formfield
from prose.editor import hosts_editor
from versions.admin import VersionedAdmin


class ConnectLinkInline(admin.StackedInline):
    model = ConnectLink
    fields = [("label", "url", "position")]
    extra = 1
    verbose_name = "link"
    verbose_name_plural = "“Connect with us” links"


@admin.register(Masthead)
@hosts_editor
class MastheadAdmin(VersionedAdmin):
    """There is one masthead: its list leads straight to it."""

    inlines = [ConnectLinkInline]
    readonly_fields = ["nameplate"]
    fieldsets = [
        (None, {"fields": ["name", "tagline", "description"]}),
        ("Logo", {"fields": ["nameplate", "logo", "dark_logo"]}),
        ("What readers are told", {"fields": ["shows_changes"]}),
        (
            "Who publishes it",
            {
                "fields": [
                    "legal_name",
                    "address",
                    "email",
                    "phone",
                    "responsible_editor",
                    "founded",
                    "issn",
                    "imprint",
                ],
                "description": "Stands in the foot of every page and on the imprint, and is told to search engines.",
            },
        ),
    ]

    class Media:
        css = {"all": ["desk/nameplate.css"]}

    @admin.display(description="as readers see it")
    def nameplate(self, masthead):
        plates = [("light", masthead.logo), ("dark", masthead.dark_logo or masthead.logo)]
        return render_to_string("admin/masthead/nameplate.html", {"masthead": masthead, "plates": plates})

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in {"logo", "dark_logo"}:
            return picture_formfield(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Masthead.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        masthead = Masthead.objects.first()
        if masthead and self.has_view_or_change_permission(request):
            return redirect("admin:masthead_masthead_change", masthead.pk)
        return super().changelist_view(request, extra_context)


@admin.register(StandingPage)
@hosts_editor
class StandingPageAdmin(VersionedAdmin, AddressedAdmin):
    list_display = ["title", "path", "purpose", "is_published", "in_menu", "in_footer", "position"]
    list_filter = ["is_published"]
    search_fields = ["title", "path"]
    fields = ["title", "path", "purpose", "body", "is_published", "in_menu", "in_footer", "position"]
    prepopulated_fields = {"path": ["title"]}

    def has_delete_permission(self, request, obj=None):
        """Never: taking away the tick at “published” takes the page from readers, and keeps its words."""
        return False

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def view_on_site(self, obj):
        return super().view_on_site(obj) if obj.is_published else None
