from django.contrib import admin
from django.utils import timezone

from articles.models import Article
from articles.picture_rights import NOTICE

STATES = {
    "draft": ("Drafts", Article.objects.drafted),
    "review": ("In review", Article.objects.in_review),
    "scheduled": ("Scheduled", Article.objects.scheduled),
    "live": ("Live", Article.objects.live),
    "updating": ("Being updated", Article.objects.being_updated),
    "planned": ("Update planned", Article.objects.awaiting_update),
    "ending": ("To be unpublished", Article.objects.awaiting_unpublication),
    "embargoed": ("Embargoed", Article.objects.embargoed),
    "unpublished": ("Unpublished", Article.objects.unpublished),
}


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(key, label) for key, (label, _) in STATES.items()]

    def queryset(self, request, queryset):
        if self.value() not in STATES:
            return queryset
        _, select = STATES[self.value()]
        return queryset & select()


class PictureRightsFilter(admin.SimpleListFilter):
    title = "rights to the lead picture"
    parameter_name = "picture_rights"

    def lookups(self, request, model_admin):
        return [("ending", f"End within {NOTICE.days} days, or have ended"), ("ended", "Have ended")]

    def queryset(self, request, queryset):
        match self.value():
            case "ending":
                return queryset.losing_their_picture_by(timezone.now() + NOTICE)
            case "ended":
                return queryset.losing_their_picture_by(timezone.now())
        return queryset


class OwnFilter(admin.SimpleListFilter):
    title = "whose"
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", "Begun by me")]

    def queryset(self, request, queryset):
        return queryset.begun_by(request.user) if self.value() == "mine" else queryset
