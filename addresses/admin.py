from django.contrib import admin

from addresses.models import FormerAddress


class AddressedAdmin(admin.ModelAdmin):
    """For what stands at a public address: when the address changes, the former one keeps leading there."""

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def save_model(self, request, obj, form, change):
        before = type(obj).objects.get(pk=obj.pk).get_absolute_url() if change else None
        super().save_model(request, obj, form, change)
        if before and before != obj.get_absolute_url():
            FormerAddress.remember(before, obj)
            self.message_user(request, f"The former address {before} now leads to {obj.get_absolute_url()}.")


@admin.register(FormerAddress)
class FormerAddressAdmin(admin.ModelAdmin):
    list_display = ["path", "target", "since"]
    search_fields = ["path"]
    readonly_fields = ["target", "since"]
    fields = ["path", "target", "since"]
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("target")

    def has_add_permission(self, request):
        return False
