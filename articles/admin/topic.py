from django.contrib import admin

from addresses.admin import AddressedAdmin
from articles.models import Topic


@admin.register(Topic)
class TopicAdmin(AddressedAdmin):
    list_display = ["name", "description"]
    search_fields = ["name"]
    fields = ["name", "slug", "description"]
    show_full_result_count = False
