from django.contrib import admin
from django.http import Http404
from django.urls import path
from django.views.decorators.cache import never_cache

from curation.admin.arrange import arrange_page
from curation.admin.history import history_page, take_back
from curation.admin.list import list_page
from curation.admin.look import look_page
from curation.admin.publish import publish_page
from fronts import rights
from fronts.models import Front
from sections.models import Section


@admin.register(Front)
class FrontAdmin(admin.ModelAdmin):
    """The fronts at the desk. Every page is one of our own; in the addresses 0 is the paper's front."""

    def has_view_permission(self, request, obj=None):
        return rights.may_curate(request.user)

    def has_add_permission(self, request):
        return False  # a section's front is there as soon as the section is

    def has_change_permission(self, request, obj=None):
        return False  # not by a form of fields

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        pages = [
            ("<int:key>/", arrange_page, "arrange"),
            ("<int:key>/look/", look_page, "look"),
            ("<int:key>/history/", history_page, "record"),
            ("<int:key>/publish/<int:version>/", publish_page, "publish"),
            ("<int:key>/publications/<int:publication>/take-back/", take_back, "take_back"),
        ]
        listed = path("", self.admin_site.admin_view(self.changelist_view), name="fronts_front_changelist")
        return [listed] + [path(at, self._page(view), name=f"fronts_front_{name}") for at, view, name in pages]

    def changelist_view(self, request, extra_context=None):
        rights.demand(rights.may_curate(request.user), request.user, "see the fronts")
        return list_page(self, request)

    def _page(self, view):
        def page(request, key, **kwargs):
            rights.demand(rights.may_curate(request.user), request.user, "arrange fronts")
            try:
                front, newest = Front.with_newest(key or None)
            except Section.DoesNotExist as error:
                raise Http404(f"There is no section {key}.") from error
            return view(self, request, front, newest, **kwargs)

        return never_cache(self.admin_site.admin_view(page))
