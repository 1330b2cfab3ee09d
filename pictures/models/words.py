from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models


class PictureWords(models.Model):
    """What a picture is found by: every text of its record, and its topics. Triggers alone write it, whoever changes
    the picture. It has a table of its own because every page of the paper loads pictures, and none needs this.
    """

    # The database's own constraint cascades; the triggers of topics would else write the row anew while Django deletes.
    picture = models.OneToOneField(
        "pictures.Picture", on_delete=models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="words"
    )
    search = SearchVectorField()

    class Meta:
        default_permissions = ()
        indexes = [GinIndex(fields=["search"], name="picture_words", fastupdate=False)]

    def __str__(self):
        return f"the words of picture {self.pk}"


class WordsBeginning(SearchQuery):
    """Every word of a text, each as the beginning of one: “pier ann” finds “Piers by Anna”. Accents do not count."""

    SEARCH_TYPES = {"plain": "pictures_query"}
