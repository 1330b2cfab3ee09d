"""Where who follows a feed hears of news at once. https://www.w3.org/TR/websub/"""

from django.conf import settings


def hubs():
    return [settings.WEBSUB_HUB] if settings.WEBSUB_HUB else []
