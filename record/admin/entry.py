import csv
import json

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone

from record.models import Entry

COLUMNS = ["id", "at", "by_name", "address", "kind", "object_id", "name", "verb", "before", "after", "note"]


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """Who did what, for admins: to be read, searched and taken along, and never changed."""

    list_display = ["when", "who", "act", "what", "note"]
    list_display_links = ["when"]
    list_filter = ["kind", "verb", "at", ("by", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 100
    list_select_related = ["by"]
    ordering = ["-pk"]
    search_fields = ["name", "by_name", "note"]
    search_help_text = "Names of things and people as they were then, and words of notes."
    show_full_result_count = False
    change_list_template = "admin/record/entry/change_list.html"
    fields = ["when", "who", "address", "act", "what", "note", "changes"]
    readonly_fields = fields

    @admin.display(description="when", ordering="id")
    def when(self, entry):
        return f"{timezone.localtime(entry.at):%-d %B %Y, %H:%M:%S}"

    @admin.display(description="who")
    def who(self, entry):
        return entry.who

    @admin.display(description="act")
    def act(self, entry):
        return entry.verb.replace("_", " ")

    @admin.display(description="what")
    def what(self, entry):
        return f"{entry.kind} “{entry.name}”" if entry.name else f"{entry.kind} {entry.object_id or ''}"

    @admin.display(description="before and after")
    def changes(self, entry):
        before, after = entry.before or {}, entry.after or {}
        rows = [(name, before.get(name), after.get(name)) for name in sorted(before.keys() | after.keys())]
        return render_to_string("admin/record/entry/changes.html", {"rows": rows})

    # Who may

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    # Taking it along

    def get_urls(self):
        own = [
            path(f"export.{kind}", self.admin_site.admin_view(view), name=f"record_entry_export_{kind}")
            for kind, view in (("csv", self.export_csv), ("jsonl", self.export_jsonl))
        ]
        return own + super().get_urls()

    def export_csv(self, request):
        writer = csv.writer(_Passing())
        rows = (writer.writerow(_cell(entry[name]) for name in COLUMNS) for entry in self._chosen(request))
        return self._file(_with_head(writer.writerow(COLUMNS), rows), "text/csv", "record.csv")

    def export_jsonl(self, request):
        lines = (json.dumps(entry, default=str, ensure_ascii=False) + "\n" for entry in self._chosen(request))
        return self._file(lines, "application/jsonl", "record.jsonl")

    def _chosen(self, request):
        """What the list shows with the same filters and words, the oldest first, without holding it in memory."""
        if not self.has_view_permission(request):
            raise PermissionDenied("You may not read the record. Ask an admin.")
        shown = self.get_changelist_instance(request).get_queryset(request)
        return shown.order_by("pk").values(*COLUMNS).iterator(chunk_size=1000)

    def _file(self, lines, media_type, name):
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type=f"{media_type}; charset=utf-8", headers=headers)


class _Passing:
    """What the CSV writer writes to: it hands each line on."""

    def write(self, line):
        return line


def _with_head(head, rows):
    yield head
    yield from rows


def _cell(value):
    """A text, that no spreadsheet takes for a formula."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
