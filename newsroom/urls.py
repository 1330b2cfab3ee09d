from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from paper.views import preview

urlpatterns = [
    path("desk/preview/<int:pk>/<int:revision>/", preview, name="preview"),
    path("desk/", admin.site.urls),
    path("pictures/", include("pictures.urls")),
    path("", include("outsiders.urls")),
    path("", include("paper.urls")),
]
if settings.DEV_TOOLBAR:
    urlpatterns.insert(0, path("__debug__/", include("debug_toolbar.urls")))
