from datetime import timedelta

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone

from articles import rights
from articles.models import Article, Revision
from outsiders.models import Invitation
from prose.blocks import blocks

DAYS = [(1, "1 day"), (3, "3 days"), (7, "a week"), (14, "two weeks"), (30, "30 days"), (90, "90 days")]


class InvitationForm(forms.ModelForm):
    """Whom a link to one version of a story is for, and how long it is open."""

    days = forms.TypedChoiceField(label="Open for", coerce=int, choices=DAYS, initial=7)
    revision = forms.ModelChoiceField(Revision.objects.all(), widget=forms.HiddenInput)

    class Meta:
        model = Invitation
        fields = ["recipient", "revision"]

    def invite(self, *, by):
        until = timezone.now() + timedelta(days=self.cleaned_data["days"])
        return Invitation.invite(self.cleaned_data["revision"], self.cleaned_data["recipient"], by=by, until=until)


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """Links for people without an account: made, sent, answered, withdrawn; and never changed."""

    form = InvitationForm
    list_display = ["recipient", "story", "state", "answers", "until", "by"]
    list_select_related = ["article__working_copy", "revision", "by", "approval"]
    list_per_page = 50
    ordering = ["-pk"]
    search_fields = ["recipient", "revision__headline"]
    show_full_result_count = False
    view_on_site = False
    change_list_template = "admin/outsiders/invitation/change_list.html"
    change_form_template = "admin/outsiders/invitation/change_form.html"
    add_fields = ["recipient", "days", "revision"]
    shown_fields = ["recipient", "story", "state", "until", "by", "at", "what_was_said"]

    def lookup_allowed(self, lookup, value, request=None):
        return lookup == "article__id__exact"

    # Displays

    @admin.display(description="version of")
    def story(self, invitation):
        ahead = "" if invitation.is_of_the_newest else " (there is a newer one)"
        return f"{invitation.revision}, saved {timezone.localtime(invitation.revision.at):%-d %B, %H:%M}{ahead}"

    @admin.display(description="state")
    def state(self, invitation):
        if invitation.withdrawn_at:
            return "Withdrawn"
        return "Open" if invitation.is_open() else "Over"

    @admin.display(description="answer")
    def answers(self, invitation):
        number = invitation.remarks.count()
        said = [f"{number} remark{'' if number == 1 else 's'}"] if number else []
        return ", ".join(said + ["agreed"] * hasattr(invitation, "approval")) or "none yet"

    @admin.display(description="what was said")
    def what_was_said(self, invitation):
        count = len(blocks(invitation.revision.body))
        told = {"invitation": invitation, "remarks": invitation.remarks.all(), "blocks": count}
        return render_to_string("admin/outsiders/invitation/said.html", told)

    # Who may

    def get_queryset(self, request):
        return super().get_queryset(request).for_whom_may_read(request.user).prefetch_related("remarks")

    def has_module_permission(self, request):
        return False  # reached from a story

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.publish_article")

    def has_add_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    # Making one

    def get_fields(self, request, obj=None):
        return self.shown_fields if obj else self.add_fields

    def get_readonly_fields(self, request, obj=None):
        return self.shown_fields if obj else []

    def get_changeform_initial_data(self, request):
        return {"revision": self._story(request).working_copy_id, "days": 7}

    def add_view(self, request, form_url="", extra_context=None):
        story = self._story(request)
        rights.demand(rights.may_publish(request.user, story), request.user, "invite outsiders to", story)
        told = {"story": story, "title": f"A preview link to “{story.working_copy}”", "subtitle": None}
        return super().add_view(request, form_url, told | (extra_context or {}))

    def save_form(self, request, form, change):
        return form.invite(by=request.user)

    def save_model(self, request, obj, form, change):
        """Made by `invite` already, which asks the rights."""

    def save_related(self, request, form, formsets, change):
        """There is none."""

    def response_add(self, request, obj, post_url_continue=None):
        messages.success(request, f"The link for {obj.recipient} stands below. Copy it and send it.")
        return redirect("admin:outsiders_invitation_change", obj.pk)

    def _story(self, request):
        number = request.GET.get("article") or (request.POST.get("revision") and self._story_of(request))
        if not str(number or "").isdecimal():
            raise Http404("A preview link is made from a story: open the story, and choose “Preview links”.")
        return get_object_or_404(Article.objects.select_related("working_copy", "section"), pk=number)

    def _story_of(self, request):
        number = request.POST["revision"]
        return (
            Revision.objects.filter(pk=number).values_list("article_id", flat=True).first()
            if number.isdecimal()
            else None
        )

    # Looking at one

    def change_view(self, request, object_id, form_url="", extra_context=None):
        shown = self.get_object(request, object_id)
        told = {"title": f"Preview link for {shown.recipient}", "subtitle": None} if shown else {}
        if shown and shown.is_open():
            told["address"] = request.build_absolute_uri(shown.get_absolute_url())
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    def changelist_view(self, request, extra_context=None):
        number = request.GET.get("article__id__exact", "")
        story = Article.objects.readable_by(request.user).filter(pk=number).first() if number.isdecimal() else None
        told = {"story": story, "title": f"Preview links to “{story}”" if story else "Preview links"}
        return super().changelist_view(request, told | (extra_context or {}))

    def get_urls(self):
        withdraw = self.admin_site.admin_view(self.withdraw_view)
        return [path("<int:pk>/withdraw/", withdraw, name="outsiders_invitation_withdraw"), *super().get_urls()]

    def withdraw_view(self, request, pk):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        invitation = get_object_or_404(self.get_queryset(request), pk=pk)
        invitation.withdraw(by=request.user)
        messages.success(
            request, f"Withdrawn. Whoever opens the link of {invitation.recipient} is told that it is closed."
        )
        return redirect("admin:outsiders_invitation_change", pk)
