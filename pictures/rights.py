"""Who may do what with a picture. Each rule stands here once; verbs, admin and queries call it."""

from django.core.exceptions import PermissionDenied


def may_change_any(user):
    """A picture's texts stand on live pages at once, so changing them is publishing."""
    return user.is_machine or user.has_perm("pictures.change_picture")


def may_change(user, picture):
    """Change what is written about it: editors any, and everybody their own as long as no reader can see it."""
    if may_change_any(user):
        return True
    return (
        picture.uploaded_by_id == user.pk and type(picture).objects.changeable_by(user).filter(pk=picture.pk).exists()
    )


def may_describe_first(user, picture):
    """Give it the alternative text that it lacks, which takes nothing from anybody."""
    return may_change_any(user) or (picture.uploaded_by_id == user.pk and user.has_perm("pictures.add_picture"))


def may_delete(user):
    return user.is_machine or user.has_perm("pictures.delete_picture")


def demand(allowed, user, act, picture):
    """Raise `PermissionDenied` with a sentence unless `allowed`."""
    if not allowed:
        raise PermissionDenied(f"{user} may not {act} “{picture}”. Ask an editor.")
