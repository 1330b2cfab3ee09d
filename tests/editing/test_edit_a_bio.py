import pytest

from addresses.models import FormerAddress
from authors.models import Author
from versions.content import content_of, fingerprint


def change_url(author):
    return f"/desk/authors/author/{author.pk}/change/"


def data(author, **changes):
    names = "name slug job_title bio location languages expertise public_email public_phone".split()
    links = {"links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0"}
    began_from = {"began_from": fingerprint(content_of(author, ["links"]))}
    return {name: getattr(author, name) for name in names} | {"is_active": "on"} | links | began_from | changes


def test_an_admin_changes_any_bio_and_readers_see_it(sign_in, people_admin, ann):
    answer = sign_in(people_admin).post(change_url(ann), data(ann, bio="<p>Reports on <strong>ferries</strong>.</p>"))
    assert answer.status_code == 302
    ann.refresh_from_db()
    assert ann.bio == "<p>Reports on <strong>ferries</strong>.</p>"


def test_a_bio_is_cleaned_on_its_way_in(sign_in, people_admin, ann):
    sign_in(people_admin).post(change_url(ann), data(ann, bio='<h2>Big</h2><p onclick="x">Hi<script>x</script></p>'))
    ann.refresh_from_db()
    assert "script" not in ann.bio
    assert "onclick" not in ann.bio


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor"])
def test_an_author_with_an_account_changes_their_own_bio_and_nothing_that_is_the_admins(sign_in, make_user, ann, role):
    ann.user = make_user("ann", role)
    ann.save()
    sent = data(ann, bio="<p>Mine.</p>", name="Somebody Else", slug="else", job_title="Editor-in-chief", user="")
    assert sign_in(ann.user).post(change_url(ann), sent).status_code == 302
    now = Author.objects.get(pk=ann.pk)
    assert (now.bio, now.name, now.slug, now.job_title, now.user) == (
        "<p>Mine.</p>", "Ann Weiss", "ann-weiss", "Correspondent", ann.user,
    )  # fmt: skip


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor"])
def test_nobody_but_an_admin_changes_the_bio_of_another(sign_in, make_user, ann, bo, role):
    ann.user = make_user("ann", role)
    ann.save()
    assert sign_in(ann.user).post(change_url(bo), data(bo, bio="<p>Taken.</p>")).status_code == 403
    assert sign_in(ann.user).post("/desk/authors/author/add/", data(bo, slug="new")).status_code == 403
    bo.refresh_from_db()
    assert bo.bio == ""


def test_a_new_slug_keeps_the_former_address(sign_in, people_admin, ann):
    sign_in(people_admin).post(change_url(ann), data(ann, slug="ann-weiss-lund"))
    kept = FormerAddress.objects.get()
    assert (kept.path, kept.target) == ("/authors/ann-weiss/", ann)


def test_an_admin_does_not_reach_stories(sign_in, people_admin, make_story):
    story = make_story("draft")
    desk = sign_in(people_admin)
    for url in ("", f"{story.pk}/change/", f"{story.pk}/history/", "add/", f"{story.pk}/act/publish/"):
        assert desk.get(f"/desk/articles/article/{url}").status_code in {302, 403}
