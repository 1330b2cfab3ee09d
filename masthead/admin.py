from django.contrib import admin
from django.shortcuts import redirect

from addresses.admin import AddressedAdmin
from masthead.models import ConnectLink, Masthead, StandingPage
from prose.editor import hosts_editor


class ConnectLinkInline(admin.StackedInline):
    model = ConnectLink
    fields = [("label", "url", "position")]
    extra = 1
    verbose_name = "link"
    verbose_name_plural = "“Connect with us” links"


@admin.register(Masthead)
@hosts_editor
class MastheadAdmin(admin.ModelAdmin):
    """There is one masthead: its list leads straight to it."""

    inlines = [ConnectLinkInline]
    fields = ["name", "tagline", "description", "imprint"]

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
class StandingPageAdmin(AddressedAdmin):
    list_display = ["title", "path", "is_published", "in_footer", "position"]
    search_fields = ["title", "path"]
    fields = ["title", "path", "body", "is_published", "in_footer", "position"]
    prepopulated_fields = {"path": ["title"]}
