from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

LONGEST = 30


class VocabularyWord(models.Model):
    """A word that was published in a language, so that a typing error can be told from a word that nobody wrote.

    A scheduled story's words are here before readers see it: what is shown of the vocabulary is held against live
    stories first.
    """

    configuration = models.CharField(max_length=12)
    word = models.CharField(max_length=LONGEST, help_text="In lower case, with its accents")
    near = ArrayField(models.CharField(max_length=LONGEST), help_text="Itself and itself less one letter, all bare")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["configuration", "word"], name="vocabulary_word_once"),
        ]
        indexes = [GinIndex(fields=["near"], name="vocabulary_near")]

    def __str__(self):
        return self.word
