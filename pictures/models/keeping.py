from copy import copy
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from pictures import rights
from pictures.files import forget_files
from pictures.uses import kept, where_it_is_used


class Keeping(models.Model):
    """What is done with a picture that is here. Each verb checks who acts, and locks the row."""

    class Meta:
        abstract = True

    @transaction.atomic
    def describe(self, *, by, add_topics=(), remove_topics=(), **texts):
        """Write `texts`, fields of the record, and add and take away topics by name. Returns the names of what changed.

        Raises `PermissionDenied`, or `ValidationError` for a text that its field cannot hold.
        """
        self._lock()
        rights.demand(rights.may_change(by, self), by, "change what is written about", self)
        changed = self._write(texts)
        return changed + (["topics"] if self._change_topics(add_topics, remove_topics) else [])

    @transaction.atomic
    def describe_first(self, alt, *, by):
        """Give it the alternative text that it lacks. Whoever added it may, also while readers see it.

        Raises `PermissionDenied`, or `ValidationError` where it is described already or the text does not fit.
        """
        self._lock()
        if not rights.may_describe_first(by, self):
            raise PermissionDenied(f"{by} may not describe “{self}”. Who added it may, and editors.")
        if self.alt or self.is_decorative:
            raise ValidationError(f"“{self}” is described already. An editor can change it in the library.")
        self._write({"alt": alt.strip()})

    @transaction.atomic
    def discard(self, *, by):
        """Delete the picture with its original and all renditions, unless anything uses it.

        A story that is being saved with it at this moment holds its row (docs/decisions/0033), and is waited for.
        Raises `PermissionDenied`, or `ValidationError` with a sentence that says where it is used.
        """
        rights.demand(rights.may_delete(by), by, "delete", self)
        self._lock()
        if type(self).objects.filter(kept(), pk=self.pk).exists():
            raise ValidationError(f"“{self}” is used, so it stays. {where_it_is_used(self, by)}")
        gone, former = copy(self), list(self.former_files.all())
        self.delete()
        transaction.on_commit(partial(forget_files, gone, former))

    def _lock(self):
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def _write(self, texts):
        """Save those of `texts` that differ from what stands there. Returns their names."""
        changed = [name for name, text in texts.items() if getattr(self, name) != text]
        for name in changed:
            setattr(self, name, texts[name])
            self.read_from.pop(name, None)  # what somebody wrote over did not come from the file
        if changed:
            self.clean_fields(exclude=[field.name for field in self._meta.fields if field.name not in changed])
            self.save(update_fields=[*changed, "read_from", "saved_at"])
        return changed

    def _change_topics(self, add, remove):
        here = {topic.name.casefold(): topic.name for topic in self.topics.all()}
        new = [name for name in add if name.casefold() not in here]
        gone = [here[name.casefold()] for name in remove if name.casefold() in here]
        self.topics.add(*new)
        self.topics.remove(*gone)
        return bool(new or gone)
