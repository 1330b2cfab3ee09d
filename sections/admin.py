from django.contrib import admin

from addresses.admin import AddressedAdmin
from sections.models import Section
from versions.admin import VersionedAdmin


@admin.register(Section)
class SectionAdmin(VersionedAdmin, AddressedAdmin):
    list_display = ["name", "parent", "position", "description"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    actions = None  # deleting several at once would go round the question in has_delete_permission
    fields = ["name", "slug", "parent", "position", "description", "colour"]
    prepopulated_fields = {"slug": ["name"]}

    def has_delete_permission(self, request, obj=None):
        """Not while it is somebody's: an editor whose only section went away would be left with all of them."""
        in_use = obj is not None and (obj.editors.exists() or obj.further_articles.exists())
        return super().has_delete_permission(request, obj) and not in_use

    def lookup_allowed(self, lookup, value, request=None):
        return lookup.split("__")[0] in {"name", "slug", "parent", "position"}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "parent":
            kwargs["queryset"] = Section.objects.filter(parent=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
