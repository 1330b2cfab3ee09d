import hashlib
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db import transaction
from django.forms.models import _get_foreign_key
from django.urls import path

from versions.admin.form import VersionedForm
from versions.admin.pages import history_page, version_page
from versions.content import content_of
from versions.models import Version


class VersionedAdmin(admin.ModelAdmin):
    """For what is no story and yet written by several: every save is kept, and none goes over a colleague's unseen."""

    form = VersionedForm
    change_form_template = "admin/versions/change_form.html"
    left_alone = frozenset()  # names of fields that putting a version back does not touch

    @property
    def rows(self):
        """The names of the related managers whose rows are edited with the thing."""
        keys = [_get_foreign_key(self.model, inline.model) for inline in self.inlines]
        return [key.remote_field.get_accessor_name() for key in keys]

    # The form

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type("RequestForm", (form,), {"rows": self.rows, "user": request.user})

    def get_object(self, request, object_id, from_field=None):
        # While a save is being decided, nobody else's may slip in between the check and the writing.
        thing = super().get_object(request, object_id, from_field)
        if thing is None or request.method != "POST":
            return thing
        return self.model.objects.select_for_update(of=["self"], no_key=True).get(pk=thing.pk)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["overtaken"] = context["adminform"].form.overtaken
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with transaction.atomic():
            if request.method == "POST" and object_id and (thing := self._saved_by_this_form(request, object_id)):
                return self.response_change(request, thing)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _saved_by_this_form(self, request, object_id):
        """The thing, if its newest version is what this very form made of it a moment ago: a double click on Save."""
        thing = self.get_object(request, object_id)
        newest = thing and Version.objects.of(thing).first()
        return thing if newest and newest.sent == _digest(request) else None

    def save_model(self, request, obj, form, change):
        if change:
            before = self.model.objects.get(pk=obj.pk)
            Version.keep(before, content_of(before, self.rows), by=None)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.keep_version(request, form.instance)

    def keep_version(self, request, thing):
        now = self.model.objects.get(pk=thing.pk)
        return Version.keep(now, content_of(now, self.rows), by=request.user, sent=_digest(request))

    # Further pages

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_version"
        view = self.admin_site.admin_view(lambda request, **kwargs: version_page(self, request, **kwargs))
        return [path("<int:pk>/history/<int:version>/", view, name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        return history_page(self, request, object_id)

    def may_put_back(self, request, thing):
        """The names of what this person may give back what it held: fields, and rows edited with them."""
        if not self.has_change_permission(request, thing):
            return set()
        fixed = {*self.get_readonly_fields(request, thing), *self.left_alone}
        shown = {field.name for field in self.model._meta.concrete_fields} | set(self.rows)
        return shown - fixed

    def say_put_back(self, request, version, gone):
        self.message_user(request, f"What {version.who} saved on {version.when} stands again.", messages.SUCCESS)
        if gone:
            left = " and ".join(str(name) for name in gone)
            self.message_user(request, f"Left as it was, because what it pointed to is gone: {left}.", messages.WARNING)


def _digest(request):
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"]
    return hashlib.sha256(urlencode(sorted(sent)).encode()).hexdigest()
