from articles.models.act import Act
from articles.models.article import Article
from articles.models.byline import ArticleByline, RevisionByline
from articles.models.change import Change
from articles.models.plan import Plan
from articles.models.published_version import PublishedVersion, SilentChange
from articles.models.revision import Revision
from articles.models.series import Series
from articles.models.topic import ArticleTopic, RevisionTopic, Topic
from articles.models.update_note import UpdateNote
from articles.models.vocabulary import VocabularyWord

__all__ = [
    "Act",
    "Article",
    "ArticleByline",
    "ArticleTopic",
    "Change",
    "Plan",
    "PublishedVersion",
    "Revision",
    "RevisionByline",
    "RevisionTopic",
    "Series",
    "SilentChange",
    "Topic",
    "UpdateNote",
    "VocabularyWord",
]
