from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.forms import CheckboxSelectMultiple

from accounts.models import User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Accounts and their roles. Only a superuser makes, sees inside, or changes a superuser."""

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    filter_horizontal = []
    autocomplete_fields = ["sections"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("The person", {"fields": ["first_name", "last_name", "email"]}),
        (
            "What they may do",
            {
                "fields": ["groups", "sections", "is_staff", "is_active"],
                "description": "Untick “active” when somebody leaves: their work keeps their name.",
            },
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "classes": ["wide"],
                "fields": ["username", "first_name", "last_name", "password1", "password2", "groups"],
            },
        )
    ]
    readonly_fields = ["last_login", "date_joined"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple
            kwargs["label"] = "Roles"
            kwargs["help_text"] = "One person may hold several."
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="roles")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def lookup_allowed(self, lookup, value, request=None):
        return lookup.split("__")[0] in {"groups", "is_active", "username"}

    def save_model(self, request, user, form, change):
        # Whoever is given an account is given it for the desk.
        user.is_staff = user.is_staff or not change
        super().save_model(request, user, form, change)

    def get_queryset(self, request):
        people = super().get_queryset(request).filter(is_machine=False).prefetch_related("groups")
        return people if request.user.is_superuser else people.filter(is_superuser=False)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return [*fieldsets, ("Everything", {"fields": ["is_superuser"]})]
        return fieldsets

    def has_delete_permission(self, request, obj=None):
        # Whoever wrote or published stays in the history; an account is switched off, not deleted.
        return False
