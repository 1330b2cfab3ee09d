"""An admin looks after people, and cannot make themselves more than an admin of people."""

import pytest

from accounts.models import User


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", password="a-long-password-for-tests")


def test_an_admin_makes_an_account_with_a_role_and_sections(sign_in, people_admin, world):
    desk = sign_in(people_admin)
    made = desk.post(
        "/desk/accounts/user/add/",
        {
            "username": "nina",
            "usable_password": "true",
            "password1": "quite-long-and-strange",
            "password2": "quite-long-and-strange",
            "is_staff": "on",
        },
    )
    nina = User.objects.get(username="nina")
    assert made.url == f"/desk/accounts/user/{nina.pk}/change/"
    assert not nina.is_superuser


@pytest.mark.parametrize("page", ["change", "password"])
def test_a_superuser_is_out_of_an_admins_reach(sign_in, people_admin, root, page):
    url = f"/desk/accounts/user/{root.pk}/{page}/"
    desk = sign_in(people_admin)
    data = {"username": "root", "password1": "stolen-password-1", "password2": "stolen-password-1"}
    for answer in (desk.get(url), desk.post(url, data)):
        assert answer.status_code in {302, 403, 404}
    root.refresh_from_db()
    assert root.check_password("a-long-password-for-tests")


def test_an_admin_cannot_make_a_superuser(sign_in, people_admin):
    url = f"/desk/accounts/user/{people_admin.pk}/change/"
    sign_in(people_admin).post(
        url,
        {
            "username": "ada",
            "is_superuser": "on",
            "is_staff": "on",
            "is_active": "on",
            "user_permissions": ["1"],
            "date_joined_0": "2026-01-01",
            "date_joined_1": "10:00",
        },
    )
    people_admin.refresh_from_db()
    assert not people_admin.is_superuser
    assert not people_admin.user_permissions.exists()


def test_machines_are_not_listed(sign_in, people_admin, program):
    assert b"test-program" not in sign_in(people_admin).get("/desk/accounts/user/").content
