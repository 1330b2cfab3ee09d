from functools import singledispatch

from django.urls import reverse
from django.utils.translation import gettext

from articles.models import Article, Series, Topic
from authors.models import Author
from masthead.models import StandingPage
from paper.furniture import Furniture
from paper.structured_data.breadcrumbs import breadcrumbs, places_of
from paper.structured_data.organization import organization
from paper.structured_data.person import profile_page
from paper.structured_data.story import news_article
from paper.structured_data.web_page import web_page
from paper.structured_data.web_site import web_site
from prose.rendering import plain_text
from sections.models import Section


@singledispatch
def graph_of(thing, paper, words=0, pictures=()):
    """What the page about `thing` tells, as a list of schema.org things. `words` is how many a story's body has,
    `pictures` are those that it shows, by id.
    """
    return []


@graph_of.register
def _of_paper(thing: Furniture, paper, words=0, pictures=()):
    return [organization(paper), web_site(paper)]


@graph_of.register
def _of_story(story: Article, paper, words=0, pictures=()):
    way = [*places_of(story.section), (story.headline, story.get_absolute_url())]
    return [news_article(story, paper, words, pictures), breadcrumbs(paper, way)]


@graph_of.register
def _of_section(section: Section, paper, words=0, pictures=()):
    return [breadcrumbs(paper, places_of(section))]


@graph_of.register
def _of_author(author: Author, paper, words=0, pictures=()):
    way = [(gettext("Who writes here"), reverse("authors")), (author.name, author.get_absolute_url())]
    return [profile_page(author, paper, plain_text(author.bio)), breadcrumbs(paper, way)]


@graph_of.register
def _of_topic(topic: Topic, paper, words=0, pictures=()):
    way = [(gettext("Topics"), reverse("topics")), (topic.name, topic.get_absolute_url())]
    return [breadcrumbs(paper, way)]


@graph_of.register
def _of_series(series: Series, paper, words=0, pictures=()):
    return [breadcrumbs(paper, [(series.name, series.get_absolute_url())])]


@graph_of.register
def _of_page(page: StandingPage, paper, words=0, pictures=()):
    return [web_page(page, paper), breadcrumbs(paper, [(page.title, page.get_absolute_url())])]
