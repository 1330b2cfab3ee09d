"""The front's editor: the page itself, each place with what can be done there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone

from articles.models import Topic
from curation.acts import do
from curation.composing import blocks_of
from curation.finding import Finder
from curation.saving import SAVES, save
from curation.seat import seat
from curation.sheet import Sheet, number
from fronts.arrangement import Arrangement
from fronts.models import Publication
from fronts.showing import arranged, show_to_editor
from paper.furniture import Furniture
from pictures.models import Picture

TOPICS = 300  # as many as the list under the field offers; others are typed


def arrange_page(admin, request, front, newest):
    """A GET shows the newest version, or with `from` an older one. A POST is an act; only a save writes anything."""
    state = Editing(request, front, newest)
    if request.method == "POST" and (answer := state.act()):
        return answer
    return render(request, "admin/fronts/front/arrange.html", state.context(admin))


class Editing:
    """One request to the front's editor. `said` is what happened, `overtaken` the version that came between."""

    def __init__(self, request, front, newest):
        self.request, self.front, self.newest = request, front, newest
        self.at = timezone.now()
        self.said, self.about, self.refused, self.overtaken = "", None, "", None
        if request.method == "POST":
            self.sheet = Sheet.read(front.plan, request.POST)
            self.data, self.saved = request.POST, None
        else:
            self.data, self.saved = request.GET, newest
            version = self._version_to_begin_from()
            arrangement, self.pictures = arranged(version)
            self.sheet = Sheet.of(front.plan, arrangement, newest)
            self.is_unsaved = version != newest

    def _version_to_begin_from(self):
        key = number(self.data.get("from"))
        if key is None or not self.front.pk:
            return self.newest
        return self.front.versions.select_related("by", "topic").filter(pk=key).first() or self.newest

    def act(self):
        """Do what the pressed button says. Returns where to go next, or None to show the page."""
        name = self.data.get("act", "")
        try:
            if name in SAVES and not self.sheet.wrong:
                self.pictures = self._known_pictures()
                return self._save(name)
            if name and name.split()[0] not in {*SAVES, "find", "find-picture", "pictures"} and not self.sheet.wrong:
                self.said, self.about = do(self.sheet, name, self.data)
        except ValidationError as error:
            self.refused = error.messages[0]
        self.pictures = self._known_pictures()
        self.is_unsaved = self.sheet.arrangement != Arrangement.of(self.newest)
        return None

    def _save(self, name):
        _, known = self._page()
        self.sheet.arrangement = self.sheet.arrangement.among(known, self.pictures)
        try:
            version = save(self.front, self.sheet, name, by=self.request.user, data=self.data)
        except ValidationError as error:
            if error.code != "overtaken":
                raise
            self.overtaken, self.is_unsaved = self.front.newest, True
            return None
        if name == "publish":
            return redirect("admin:fronts_front_publish", self.front.key, version.pk)
        messages.success(self.request, "Saved. Readers see nothing of it until it is published.")
        return redirect("admin:fronts_front_arrange", self.front.key)

    def _known_pictures(self):
        return Picture.objects.in_bulk(self.sheet.arrangement.pictures)

    def _page(self):
        self.paper = Furniture.read()
        return show_to_editor(
            self.front.section,
            self.sheet.arrangement,
            pictures=self.pictures,
            sections=blocks_of(self.front, self.paper),
            at=self.at,
            reader=self.request.user,
        )

    def context(self, admin):
        page, known = self._page()
        unknown = self.sheet.arrangement.articles - known
        self.sheet.arrangement = self.sheet.arrangement.among(known, self.pictures)
        seats = seat(page, self.sheet, at=self.at)
        finder = Finder.read(self.front.plan, self.data)
        finder.look(self.request.user, page)
        publications = Publication.objects.of(self.front.section).live_and_coming(self.at)
        *coming, live = [*publications.select_related("version__by", "by")] or [None]
        if live and live.at > self.at:
            coming, live = [*coming, live], None
        return {
            **admin.admin_site.each_context(self.request),
            "title": f"Arrange {self.front}",
            "paper": self.paper,
            "page": page,
            "section": self.front.section,
            "front": self.front,
            "editing": self,
            "sheet": self.sheet,
            "seats": seats,
            "finder": finder,
            "topics": Topic.objects.values_list("name", flat=True)[:TOPICS],
            "live": live,
            "coming": coming[::-1],
            "newest": self.newest,
            "is_scheduled": self.newest and self.newest.pk in {publication.version_id for publication in coming},
            "cautions": sum(len(each.cautions) for each in seats),
            "said": self._sentence(page, unknown),
        }

    def _sentence(self, page, unknown):
        if unknown:
            return "A story that was to stand here is not there. Search for it again."
        stories = [place.story for places in page.areas.values() for place in places if place.story]
        headline = next((story.headline for story in stories if story.pk == self.about), "The story")
        return self.said.replace("{story}", headline)
