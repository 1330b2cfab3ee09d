from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Entry(models.Model):
    """One act: who did what to which thing, when, from where, and what it held before and after.

    Nothing in Python writes one. Triggers do, on every table that is watched (record/watching.py), so that no way in
    goes round them, and further triggers forbid changing, deleting and truncating.
    """

    at = models.DateTimeField(db_default=Now(), help_text="Of the transaction that it was part of")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Nobody where it was done outside of the desk",
    )
    by_name = models.CharField(max_length=150, db_default="", help_text="As the account was called then")
    address = models.GenericIPAddressField(null=True, help_text="Of the machine that asked for it")
    kind = models.CharField("thing", max_length=40)
    object_id = models.BigIntegerField(null=True)
    name = models.TextField(db_default="", help_text="What the thing was called then")
    verb = models.CharField("act", max_length=20)
    before = models.JSONField(null=True, help_text="What changed, as it was; nothing for what is new")
    after = models.JSONField(null=True, help_text="What changed, as it became; nothing for what is gone")
    note = models.TextField(db_default="")

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-id"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["kind", "object_id", "-id"], name="entry_of_thing"),
            models.Index(fields=["by", "-id"], name="entry_by"),
            models.Index(fields=["kind", "-id"], name="entry_of_kind"),
            models.Index(fields=["-at"], name="entry_newest"),
        ]

    def __str__(self):
        return f"{self.who} {self.verb} {self.kind} “{self.name or self.object_id}”"

    @property
    def who(self):
        return self.by_name or "Somebody outside of the desk"


class Link(models.Model):
    """An entry's place in the chain. Each digest covers its entry and the digest before, in the order in which their
    transactions ended, so that whatever is changed, put in or taken out later shows (record/verifying.py).
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True)
    number = models.BigIntegerField(unique=True, null=True, help_text="From 1, without gaps")
    digest = models.CharField(max_length=64, null=True, help_text="SHA-256")  # noqa: DJ001 (none yet is not an empty one)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Link {self.number}"
