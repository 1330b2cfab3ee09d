from articles.admin.article import ArticleAdmin
from articles.admin.series import SeriesAdmin
from articles.admin.silent_changes import SilentChangeAdmin
from articles.admin.topic import TopicAdmin

__all__ = ["ArticleAdmin", "SeriesAdmin", "SilentChangeAdmin", "TopicAdmin"]
