"""Who may do what with a story. Each rule stands here once; verbs, admin and queries call it."""

from django.core.exceptions import PermissionDenied


def _is_given(user, section):
    """Whether `section` is one in which `user` edits. Someone who was given no sections has all of them."""
    if user.has_perm("articles.edit_every_section"):
        return True
    given = {section.pk for section in user.sections.all()}
    if not given:
        return True
    return section is not None and bool({section.pk, section.parent_id} & given)


def is_own(user, article):
    """Whether `user` began the story or has a byline on its working copy."""
    if article.created_by_id == user.pk:
        return True
    copy = article.working_copy
    return copy is not None and copy.bylines.filter(author__user=user).exists()


def may_draft(user):
    return user.is_machine or user.has_perm("articles.add_article")


def may_write(user, article):
    if user.is_machine:
        return True
    if not user.has_perm("articles.change_article"):
        return False
    if user.has_perm("articles.edit_any_article") and _is_given(user, article.section):
        return True
    return is_own(user, article)


def may_read(user, article):
    """See the story at the desk, whatever its state: everything for editors, their own for contributors."""
    everything = user.has_perm("articles.view_article") and user.has_perm("articles.edit_any_article")
    return everything or may_write(user, article)


def may_publish(user, article):
    """Publish, schedule, update, unpublish, note, and file what is published."""
    return user.is_machine or (user.has_perm("articles.publish_article") and _is_given(user, article.section))


def may_lift_embargo(user, article):
    """Only those who answer for the whole paper."""
    return user.is_machine or (may_publish(user, article) and user.has_perm("articles.edit_every_section"))


def may_publish_in(user, section):
    return user.is_machine or (user.has_perm("articles.publish_article") and _is_given(user, section))


def demand(allowed, user, act, article=None):
    """Raise `PermissionDenied` with a sentence unless `allowed`. A story that `user` may not read is not named."""
    if not allowed:
        thing = "a story" if article is None else f"“{article}”" if may_read(user, article) else "this story"
        raise PermissionDenied(f"{user} may not {act} {thing}. Ask an editor of the section.")
