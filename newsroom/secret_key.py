"""The secret key of a machine that was given none: made at random, kept where only its owner reads it."""

import contextlib
import os
import secrets


def secret_key_in(var):
    file = var / "secret-key"
    if not file.exists():
        var.mkdir(mode=0o711, parents=True, exist_ok=True)
        draft = var / f"secret-key.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
            opened.write(secrets.token_urlsafe(64))
            opened.flush()
            os.fsync(opened.fileno())
        with contextlib.suppress(FileExistsError):  # of two that start at once the first wins
            os.link(draft, file)
        draft.unlink()
    return file.read_text()
