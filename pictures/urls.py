from django.urls import re_path

from pictures.views import rendition

app_name = "pictures"
urlpatterns = [
    re_path(r"^(?P<key>[a-z0-9]{16})/(?P<name>[a-z0-9-]+\.[a-z]+)$", rendition, name="rendition"),
]
