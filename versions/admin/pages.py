"""The pages of a thing's versions: all of them, and one beside what stands now."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from versions.admin.showing import changed_names, lines
from versions.content import content_of, fingerprint
from versions.models import Version
from versions.put_back import lay_over, put_rows_back

LENGTH = 100
STALE = "It was saved again since you opened this page. Look at what stands now, then decide."


def history_page(admin, request, object_id):
    thing = _thing(admin, request, object_id)
    versions = Version.objects.of(thing).select_related("by")
    if before := request.GET.get("before"):
        versions = versions.older_than(get_object_or_404(versions, pk=before if before.isdecimal() else None))
    found = list(versions[: LENGTH + 1])
    for version, older in zip(found, [*found[1:], None], strict=False):
        version.changed = changed_names(admin, older.content, version.content) if older else []
    context = _context(admin, request, thing, title=f"History of “{thing}”")
    context |= {"versions": found[:LENGTH], "older": found[LENGTH - 1].pk if len(found) > LENGTH else None}
    return render(request, "admin/versions/history.html", context)


def version_page(admin, request, pk, version):
    with transaction.atomic():
        thing = _thing(admin, request, pk)
        version = get_object_or_404(Version.objects.of(thing).select_related("by"), pk=version)
        names = admin.may_put_back(request, thing)
        if request.method == "POST" and _put_back(admin, request, thing, version, names):
            return redirect(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_change", thing.pk)
    now = content_of(admin.model.objects.get(pk=thing.pk), admin.rows)
    context = _context(admin, request, thing, title=f"“{thing}” as saved on {version.when}")
    shown = lines(admin, version.content, now)
    context |= {
        "version": version,
        "lines": shown,
        "stands": fingerprint(now),
        "may_put_back": any(line.differs and line.name in names for line in shown),
    }
    return render(request, "admin/versions/version.html", context)


def _put_back(admin, request, thing, version, names):
    """Whether it was done. If not, the page says why."""
    if not names:
        raise PermissionDenied
    if request.POST.get("stands") != fingerprint(content_of(thing, admin.rows)):
        messages.error(request, STALE)
        return False
    try:
        with transaction.atomic():
            gone = lay_over(thing, version.content, names)
            thing.full_clean()
            admin.save_model(request, thing, form=None, change=True)
            for name in set(admin.rows) & names & set(version.content):
                put_rows_back(thing, name, version.content[name])
            admin.keep_version(request, thing)
    except ValidationError as error:
        messages.error(request, "It cannot be put back as it was: " + " ".join(error.messages))
        return False
    admin.say_put_back(request, version, gone)
    return True


def _thing(admin, request, object_id):
    thing = admin.get_object(request, str(object_id))
    if thing is None:
        raise Http404
    if not admin.has_view_or_change_permission(request, thing):
        raise PermissionDenied
    return thing


def _context(admin, request, thing, **more):
    return {**admin.admin_site.each_context(request), "opts": admin.opts, "thing": thing, **more}
