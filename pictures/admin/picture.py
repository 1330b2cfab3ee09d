from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path

from pictures.admin.fieldsets import ADD_FIELDSETS, FIELDSETS
from pictures.admin.filters import MissingTextFilter
from pictures.admin.looking import look_at
from pictures.admin.picker import page_of, take_in
from pictures.admin.telling import take_description, tell_of
from pictures.forms import ArrivalForm
from pictures.models import Picture
from pictures.told import told_in_words


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    """The library. A picture's file never changes; what is written about it does."""

    list_display = ["thumbnail", "title", "size", "credit", "uploaded_at", "uploaded_by"]
    list_display_links = ["thumbnail", "title"]
    list_filter = [MissingTextFilter, "uploaded_at"]
    list_per_page = 50
    list_select_related = ["uploaded_by"]
    ordering = ["-uploaded_at", "-pk"]
    search_fields = ["title", "alt", "caption", "credit", "creator", "people", "place"]
    search_help_text = "Words of the title, the texts and the credit, and names of people, places and photographers."
    show_full_result_count = False
    readonly_fields = ["preview", "size", "read_from_file", "uploaded_at", "uploaded_by"]
    add_fieldsets = ADD_FIELDSETS
    fieldsets = FIELDSETS

    class Media:
        css = {"all": ["pictures/library.css"]}
        js = [Script(f"pictures/{name}.js", type="module") for name in ("focal-point", "arrival")]

    def lookup_allowed(self, lookup, value, request=None):
        # By a relation, the list would tell which picture somebody's draft leads with.
        return lookup.split("__")[0] in {"uploaded_at", MissingTextFilter.parameter_name}

    # Displays

    @admin.display(description="picture")
    def thumbnail(self, picture):
        return render_to_string("admin/pictures/picture/thumbnail.html", {"picture": picture})

    @admin.display(description="picture")
    def preview(self, picture):
        return render_to_string("admin/pictures/picture/preview.html", {"picture": picture})

    @admin.display(description="what the file told")
    def read_from_file(self, picture):
        return told_in_words(picture.read_from) if picture.read_from else "Nothing that stands here still."

    @admin.display(description="size", ordering="width")
    def size(self, picture):
        return f"{picture.width} × {picture.height}"

    # Who may

    def has_delete_permission(self, request, obj=None):
        return False  # its file is in the caches of readers and its words in old revisions

    # Arrival

    def get_fieldsets(self, request, obj=None):
        return super().get_fieldsets(request, obj) if obj else self.add_fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **({} if obj else {"form": ArrivalForm}) | kwargs)

    def save_model(self, request, picture, form, change):
        if change:
            # What somebody wrote over did not come from the file.
            changed = set(form.changed_data)
            picture.read_from = {name: origin for name, origin in picture.read_from.items() if name not in changed}
            super().save_model(request, picture, form, change)
            return
        picture.__dict__.update(form.arrive(by=request.user).__dict__)
        picture.was_here = form.known is not None

    def save_related(self, request, form, formsets, change):
        if change:  # what arrives has its topics already, and what was here keeps those that it had
            super().save_related(request, form, formsets, change)

    def response_add(self, request, picture, post_url_continue=None):
        if picture.was_here and "_popup" not in request.POST:
            filled = "This picture was here already. What you wrote filled its empty fields."
            left = "This picture was here already, with the texts below. An editor can change them."
            messages.info(request, filled if request.user.has_perm("pictures.change_picture") else left)
            return redirect("admin:pictures_picture_change", picture.pk)
        if picture.read_from and not {"_popup", "_addanother"} & request.POST.keys():
            messages.info(request, f"The file told us {told_in_words(picture.read_from)}. Please read it over.")
            return redirect("admin:pictures_picture_change", picture.pk)
        return super().response_add(request, picture, post_url_continue)

    # Further addresses

    def get_urls(self):
        own = [
            ("picker/", self.picker_view, "picker"),
            ("upload/", self.upload_view, "upload"),
            ("look/", self.look_view, "look"),
            ("described/", self.described_view, "described"),
            ("<int:pk>/describe/", self.describe_view, "describe"),
            ("<int:pk>/thumbnail/", self.thumbnail_view, "thumbnail"),
        ]
        return [
            path(address, self.admin_site.admin_view(view), name=f"pictures_picture_{name}")
            for address, view, name in own
        ] + super().get_urls()

    def picker_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        words = request.GET.get("q", "").replace("\0", "")
        pictures, _ = self.get_search_results(request, self.get_queryset(request), words)
        return page_of(pictures, request.GET.get("page"))

    def upload_view(self, request):
        self._demand(self.has_add_permission(request), "add")
        return take_in(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

    def look_view(self, request):
        self._demand(self.has_add_permission(request), "add")
        return look_at(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

    def described_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        return tell_of(request)

    def describe_view(self, request, pk):
        self._demand(self.has_view_permission(request), "look at")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return take_description(request, get_object_or_404(Picture, pk=pk))

    def thumbnail_view(self, request, pk):
        self._demand(self.has_view_permission(request), "look at")
        return redirect(get_object_or_404(Picture, pk=pk).square)

    def _demand(self, allowed, act):
        if not allowed:
            raise PermissionDenied(f"You may not {act} pictures. Ask an admin for a role that may.")
