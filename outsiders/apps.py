from django.apps import AppConfig


class OutsidersConfig(AppConfig):
    name = "outsiders"
    verbose_name = "Outsiders"
