from django.contrib import admin

from addresses.admin import AddressedAdmin
from articles.models import Series


@admin.register(Series)
class SeriesAdmin(AddressedAdmin):
    list_display = ["name", "description"]
    search_fields = ["name"]
    fields = ["name", "slug", "description"]
    prepopulated_fields = {"slug": ["name"]}
    show_full_result_count = False
