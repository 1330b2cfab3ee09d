from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = "Desk"
    default = True


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin, with our site in the place of its own, so that `@admin.register` needs no further word."""

    default = False
    default_site = "desk.site.DeskSite"
