from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path

from pictures import rights
from pictures.admin.bulk import bulk_page
from pictures.admin.deletion import delete_page
from pictures.admin.describe import describe_page
from pictures.admin.fieldsets import ADD_FIELDSETS, FIELDSETS
from pictures.admin.looking import look_at
from pictures.admin.original import original_of
from pictures.admin.picker import page_of, take_in, told_about
from pictures.admin.question import Question
from pictures.admin.replacing import look_at_replacement, replace_page
from pictures.admin.sheet import sheet_page
from pictures.admin.telling import take_description, tell_of
from pictures.forms import ArrivalForm
from pictures.models import Picture
from pictures.told import told_in_words
from pictures.uses import uses_of

# Name → width to height, of what a picture is cut to
SHAPES = [("1×1", "1:1"), ("4×3", "4:3"), ("3×2", "3:2"), ("16×9", "16:9"), ("When shared", "1200:630")]

WRITTEN = {field.name for field in Picture._meta.concrete_fields if field.editable}


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    """The library. What is written about a picture changes here; its file on a page of its own."""

    ordering = ["-uploaded_at", "-pk"]
    search_fields = ["words"]  # so that the admin asks; get_search_results finds
    readonly_fields = ["preview", "size", "read_from_file", "uploaded_at", "uploaded_by"]
    add_fieldsets = ADD_FIELDSETS
    fieldsets = FIELDSETS

    class Media:
        css = {"all": ["pictures/library.css"]}
        js = [Script(f"pictures/{name}.js", type="module") for name in ("focal-point", "arrival", "many")]

    # Finding

    def changelist_view(self, request, extra_context=None):
        self._demand(self.has_view_permission(request), "look at")
        return sheet_page(self, request)

    def get_search_results(self, request, queryset, search_term):
        words = search_term.replace("\0", "").strip()
        return queryset.matching(words) if words else queryset, False

    # Displays

    @admin.display(description="picture")
    def preview(self, picture):
        return render_to_string("admin/pictures/picture/preview.html", {"picture": picture, "shapes": SHAPES})

    @admin.display(description="what the file told")
    def read_from_file(self, picture):
        return told_in_words(picture.read_from) if picture.read_from else "Nothing that stands here still."

    @admin.display(description="size", ordering="width")
    def size(self, picture):
        return f"{picture.width} × {picture.height}"

    # Who may

    def has_change_permission(self, request, obj=None):
        return rights.may_change(request.user, obj) if obj else super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        return rights.may_delete(request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["uses"] = uses_of(obj, request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

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
            # Its file may have been replaced since we read it.
            picture.save(update_fields=[*(changed & WRITTEN), "read_from"])
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
            ("bulk/", self.bulk_view, "bulk"),
            ("describe/", self.describe_view, "describe"),
            ("described/", self.described_view, "described"),
            ("<int:pk>/describe/", self.describe_one_view, "describe_one"),
            ("<int:pk>/delete/", self.delete_view, "delete"),
            ("<int:pk>/thumbnail/", self.thumbnail_view, "thumbnail"),
            ("<int:pk>/replace/", self.replace_view, "replace"),
            ("<int:pk>/replace/look/", self.look_at_replacement_view, "look_at_replacement"),
            ("<int:pk>/original/", self.original_view, "original"),
            ("<int:pk>/original/<int:former>/", self.original_view, "former_original"),
        ]
        return [
            path(address, self.admin_site.admin_view(view), name=f"pictures_picture_{name}")
            for address, view, name in own
        ] + super().get_urls()

    def picker_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        return told_about(request.GET["ids"]) if "ids" in request.GET else page_of(Question.read(request))

    def upload_view(self, request):
        self._demand(self.has_add_permission(request), "add")
        return take_in(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

    def look_view(self, request):
        self._demand(self.has_add_permission(request), "add")
        return look_at(request) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

    def bulk_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        return bulk_page(self, request)

    def describe_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        return describe_page(self, request)

    def log_described(self, request, picture, changed):
        """Keep on record who changed which fields; `changed` are their names."""
        names = [str(Picture._meta.get_field(name).verbose_name) for name in changed]
        self.log_change(request, picture, [{"changed": {"fields": names}}])

    def delete_view(self, request, pk):
        self._demand(self.has_delete_permission(request), "delete")
        return delete_page(self, request, get_object_or_404(Picture, pk=pk))

    def described_view(self, request):
        self._demand(self.has_view_permission(request), "look at")
        return tell_of(request)

    def describe_one_view(self, request, pk):
        self._demand(self.has_view_permission(request), "look at")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return take_description(request, get_object_or_404(Picture, pk=pk))

    def thumbnail_view(self, request, pk):
        self._demand(self.has_view_permission(request), "look at")
        return redirect(get_object_or_404(Picture, pk=pk).square)

    def replace_view(self, request, pk):
        self._demand(self.has_change_permission(request), "replace the files of")
        return replace_page(self, request, get_object_or_404(Picture, pk=pk))

    def look_at_replacement_view(self, request, pk):
        self._demand(self.has_change_permission(request), "replace the files of")
        picture = get_object_or_404(Picture, pk=pk)
        return look_at_replacement(request, picture) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

    def original_view(self, request, pk, former=None):
        self._demand(self.has_change_permission(request), "take away the originals of")
        picture = get_object_or_404(Picture, pk=pk)
        return original_of(picture, get_object_or_404(picture.former_files, pk=former) if former else picture)

    def _demand(self, allowed, act):
        if not allowed:
            raise PermissionDenied(f"You may not {act} pictures. Ask an admin for a role that may.")
