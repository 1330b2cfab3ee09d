from django.urls import path

from outsiders.views import invited

urlpatterns = [path("preview/<str:token>/", invited, name="invited")]
