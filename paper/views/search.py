from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from articles.models.words import Kind
from paper.furniture import Furniture
from paper.search.answer import Answer
from paper.search.question import Question
from paper.search.suggestions import suggest

MINUTES = 5


def search(request):
    """Stories that answer a question; without words, the form. Whatever is typed has an answer."""
    paper = Furniture.read()
    question = Question.read(request.GET, paper.sections)
    shown = {"paper": paper, "question": question, "kinds": Kind.choices}
    if question.text:
        answer = Answer.to(question, request.GET.get("before", ""))
        shown |= {
            "answer": answer,
            "older": (answer.meant if answer.is_mended else question).address(before=answer.result.older),
        }
    return render(request, "search.html", shown)


@cache_control(public=True, max_age=60 * MINUTES)
def suggestions(request):
    """What begins with the words typed so far, as JSON: {"suggestions": [{"text", "kind", "url"}, …]}."""
    return JsonResponse({"suggestions": suggest(request.GET.get("q", ""))})
