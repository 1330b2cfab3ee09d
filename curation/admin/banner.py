from urllib.parse import urlsplit

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import Resolver404, path, resolve
from django.utils import timezone
from django.views.decorators.cache import never_cache

from articles.models import Article
from fronts import rights
from fronts.models import Banner
from fronts.models.banner import USUAL
from moments.field import MomentField

PAST = 50


class BannerForm(forms.ModelForm):
    """What a new banner says. The address of a story of ours is as good as choosing the story."""

    url = forms.CharField(
        label="Or an address",
        required=False,
        max_length=600,
        help_text="Paste the address of a story, or of any page on the web. Left empty, the banner leads nowhere.",
    )
    until = MomentField(label="Ends at")

    class Meta:
        model = Banner
        fields = ["text", "article", "url", "until"]

    def __init__(self, *args, site, host, **kwargs):
        super().__init__(*args, **kwargs)
        self.host, self.story_at_address = host, None
        self.fields["text"].required = True
        story = self.fields["article"]
        story.widget = AutocompleteSelect(Banner._meta.get_field("article"), site, choices=story.choices)
        story.label = "Leads to the story"
        story.help_text = "Search by its words. It is a link once readers can see the story."
        self.initial["until"] = timezone.localtime(timezone.now() + USUAL)
        zone = timezone.get_current_timezone_name()
        self.fields[
            "until"
        ].help_text = f"It goes by itself at that moment, a day from now at most. Times are in {zone}."

    def clean_url(self):
        address = self.cleaned_data["url"]
        self.story_at_address = story_at(address, self.host) if address else None
        if not address or self.story_at_address:
            return ""
        return forms.URLField(assume_scheme="https").clean(address)

    def clean(self):
        said = super().clean()
        said["article"] = said.get("article") or self.story_at_address
        return said

    def _post_clean(self):
        """Nothing: the verb makes the banner, and says what is wrong with it."""


def story_at(address, host):
    """The story at an address of ours, with or without the host, or None."""
    parts = urlsplit(address.strip())
    if parts.netloc not in {"", host}:
        return None
    try:
        found = resolve(parts.path)
    except Resolver404:
        return None
    return Article.objects.at_address(**found.kwargs).first() if found.url_name == "article" else None


@admin.register(Banner)
class BannerAdmin(admin.ModelAdmin):
    """The banner on one page: what stands, a form for another, and what stood."""

    def has_view_permission(self, request, obj=None):
        return rights.may_raise_banner(request.user)

    def has_add_permission(self, request):
        return False  # by the form on the page

    def has_change_permission(self, request, obj=None):
        return False  # a banner never changes; another takes its place

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = never_cache(self.admin_site.admin_view(self.changelist_view))
        return [path("", view, name="fronts_banner_changelist")]

    def changelist_view(self, request, extra_context=None):
        rights.demand(rights.may_raise_banner(request.user), request.user, "raise the banner")
        sent = request.POST if request.method == "POST" else None
        if sent and "take_down" in sent:
            return self._take_down(request)
        form = BannerForm(sent, site=self.admin_site, host=request.get_host())
        if sent and form.is_valid() and self._put_up(request, form):
            return redirect("admin:fronts_banner_changelist")
        return render(request, "admin/fronts/banner/page.html", self._context(request, form))

    def _context(self, request, form):
        now = timezone.now()
        past = list(Banner.objects.select_related("by", "article")[:PAST])
        return {
            **self.admin_site.each_context(request),
            "title": "Breaking news",
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "standing": past[0] if past and past[0].stands(now) else None,
            "past": past,
            "zone": timezone.get_current_timezone_name(),
        }

    def _put_up(self, request, form):
        said = form.cleaned_data
        try:
            banner = Banner.put_up(
                said["text"], by=request.user, until=said["until"], article=said.get("article"), url=said["url"]
            )
        except ValidationError as error:
            form.add_error(None, error)
            return False
        messages.success(request, f"It stands on every page until {timezone.localtime(banner.until):%-d %B, %H:%M}.")
        return True

    def _take_down(self, request):
        Banner.take_down(by=request.user)
        messages.success(request, "Taken down. Readers see no banner.")
        return redirect("admin:fronts_banner_changelist")
