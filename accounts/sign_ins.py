"""One account for each role, for a newsroom that has none yet: the way in, and something to try the roles
with.

The passwords are kept in var/sign-ins.json, which only its owner can read, so that every start can show them
again.
"""

import hashlib
import json
import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

ROLES = {"contributor": "Contributor", "editor": "Editor", "chief": "Chief editor", "admin": "Admin"}
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without the ones that look like another


def make_sign_ins():
    """Makes the accounts where nobody has one. Returns lines to show: how to sign in as each role, as far as
    known.
    """
    people = get_user_model().objects.filter(is_machine=False)
    kept = _read()
    if not people.exists():
        # First the file: a cut between the two leaves passwords without accounts, and the next start makes
        # those.
        kept = {name: {"password": kept.get(name, {}).get("password") or _password()} for name in ROLES}
        _write(kept)
        with transaction.atomic():
            for account in _make_accounts(kept):
                kept[account.username]["checked"] = _fingerprint(account)
    accounts = {account.username: account for account in people.filter(username__in=ROLES)}
    if not accounts:
        return ["This database has accounts of its own: sign in with one of them."]
    lines = [f"{role:<14}{name:<14}{_shown(kept, accounts.get(name), name)}" for name, role in ROLES.items()]
    _write(kept)
    return lines


def _make_accounts(kept):
    for name, role in ROLES.items():
        account = get_user_model().objects.create_user(name, password=kept[name]["password"], is_staff=True)
        account.groups.set(Group.objects.filter(name=role))
        yield account


def _shown(kept, account, name):
    if account is None:
        return "(this account has been removed)"
    if not account.is_active:
        return "(this account has been closed)"
    if name not in kept:
        return f"(its password is not kept here; set one: .venv/bin/python manage.py changepassword {name})"
    # Checking a password takes half a second; that the stored hash is the one checked before takes nothing.
    if kept[name].get("checked") != _fingerprint(account):
        if not account.check_password(kept[name]["password"]):
            return "(its password has been changed since it was made)"
        kept[name]["checked"] = _fingerprint(account)
    return kept[name]["password"]


def _fingerprint(account):
    return hashlib.sha256(account.password.encode()).hexdigest()


def _password():
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def _file():
    return settings.VAR / "sign-ins.json"


def _read():
    try:
        return json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        return {}


def _write(kept):
    if kept == _read():
        return
    settings.VAR.mkdir(mode=0o711, parents=True, exist_ok=True)
    draft = settings.VAR / f"sign-ins.{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(kept, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(_file())
