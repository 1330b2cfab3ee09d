from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password


def machine(name):
    """The account under which a program acts (`machine("wordpress-import")`), so that history can say who did it."""
    account, _ = get_user_model().objects.get_or_create(
        username=name, defaults={"is_machine": True, "is_active": False, "password": make_password(None)}
    )
    if not account.is_machine:
        raise ValueError(f"The account “{name}” belongs to a person; a program needs an account of its own.")
    return account
