from django.contrib import admin
from django.contrib.auth import get_user_model

from addresses.admin import AddressedAdmin
from authors.models import Author, AuthorLink
from pictures.picture_field import picture_formfield
from prose.editor import hosts_editor
from versions.admin import VersionedAdmin

# What authors write about themselves. Name, address, job title and account are the admins'.
OWN_FIELDS = {"bio", "portrait", "location", "languages", "expertise", "public_email", "public_phone"}


def is_own(request, author):
    return author is not None and author.user_id == request.user.pk


class AuthorLinkInline(admin.StackedInline):
    model = AuthorLink
    fields = [("label", "url", "position")]
    extra = 1
    verbose_name = "link"
    verbose_name_plural = "links to the author elsewhere"

    def has_add_permission(self, request, obj):
        return is_own(request, obj) or super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return is_own(request, obj) or super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return is_own(request, obj) or super().has_delete_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("authors.view_author")


@admin.register(Author)
@hosts_editor
class AuthorAdmin(VersionedAdmin, AddressedAdmin):
    """Admins edit every author; an author with an account edits their own bio and no other."""

    inlines = [AuthorLinkInline]
    left_alone = {"user", "is_active"}  # putting a bio back neither signs anybody in nor brings anybody back
    list_display = ["name", "job_title", "location", "user", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["user"]
    search_fields = ["name"]
    autocomplete_fields = ["user"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (None, {"fields": ["name", "slug", "job_title", "bio", "portrait"]}),
        ("About", {"fields": ["location", "languages", "expertise"]}),
        ("Contact, shown to readers", {"fields": ["public_email", "public_phone"]}),
        ("At the paper", {"fields": ["user", "is_active"]}),
    ]

    def has_change_permission(self, request, obj=None):
        return is_own(request, obj) or super().has_change_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        if super().has_change_permission(request):
            return []
        return [name for _, group in self.fieldsets for name in group["fields"] if name not in OWN_FIELDS]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "portrait":
            return picture_formfield(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "user":
            kwargs["queryset"] = get_user_model().objects.filter(is_machine=False, is_superuser=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)
