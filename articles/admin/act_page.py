from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from articles import rights
from articles.admin.acts import ACTS
from articles.admin.comparison import differences
from articles.models import Article
from articles.state_words import state_name, state_sentence


def act_page(admin, request, *, pk, name):
    """Ask before doing `name` with a story, do it, and return to the story."""
    article = get_object_or_404(Article.objects.select_related("working_copy__by", "section"), pk=pk)
    act = ACTS.get(name)
    if act is None:
        raise Http404(f"There is no act “{name}”.")
    rights.demand(act.allowed(request.user, article), request.user, act.verb_label.lower(), article)
    if request.method == "GET" and not act.fits(article):
        messages.warning(request, f"{state_sentence(article)} There is nothing to do under “{act.label}” now.")
        return redirect("admin:articles_article_change", pk)
    data = request.POST.copy() if request.method == "POST" else None
    form = act.form(data, article=article, user=request.user, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, form.do())
        except ValidationError as error:
            # What was typed stays, and the next try is about the version that the page shows now.
            form.add_error(None, error)
            article.refresh_from_db()
            data["revision"] = article.working_copy_id if name == "publish" else data.get("revision")
        else:
            return redirect("admin:articles_article_change", pk)
    context = {
        **admin.admin_site.each_context(request),
        "title": act.heading,
        "act": act,
        "form": form,
        "article": article,
        "copy": article.working_copy,
        "opts": admin.opts,
    }
    return render(request, "admin/articles/article/act.html", context)


def comparison_page(admin, request, *, pk):
    """Two versions of a story, `?old=` and `?new=`, with what changed marked, and each field to be restored."""
    article = get_object_or_404(Article, pk=pk)
    rights.demand(rights.may_read(request.user, article), request.user, "see the history of", article)
    versions = article.revisions.select_related("by", "lead_picture", "series").prefetch_related("bylines", "topics")
    old, new = (_version(versions, request.GET.get(name)) for name in ("old", "new"))
    context = {
        **admin.admin_site.each_context(request),
        "title": f"What changed in “{article}”",
        "article": article,
        "opts": admin.opts,
        "old": old,
        "new": new,
        "differences": differences(old, new),
        "may_restore": ACTS["restore"].offered(request.user, article),
        "turned": old.pk > new.pk,
    }
    return render(request, "admin/articles/article/comparison.html", context)


def _version(versions, number):
    found = versions.filter(pk=number).first() if (number or "").isdecimal() and len(number) < 19 else None
    if found is None:
        raise Http404("That version is not one of this story. Choose two from its history.")
    return found


def history_page(admin, request, pk):
    """Every act and every version of a story, newest first, each version to be looked at and restored."""
    article = get_object_or_404(Article, pk=int(pk) if str(pk).isdecimal() else None)
    rights.demand(rights.may_read(request.user, article), request.user, "see the history of", article)
    revisions = list(article.revisions.select_related("by").defer("body"))
    live = next((one.pk for one in revisions[1:] if one.pk == article.live_revision_id), None)
    context = {
        **admin.admin_site.each_context(request),
        "title": f"History of “{article}”",
        "article": article,
        "opts": admin.opts,
        "state_name": state_name(article),
        "acts": article.acts.select_related("by", "revision"),
        "revisions": revisions,
        "old": live or (revisions[1].pk if len(revisions) > 1 else None),
        "may_restore": ACTS["restore"].offered(request.user, article),
    }
    return render(request, "admin/articles/article/history.html", context)
