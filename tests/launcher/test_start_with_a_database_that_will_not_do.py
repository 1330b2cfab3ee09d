import pytest
from django.db import connection

from launcher.failure import Failure
from launcher.tables import check_database, check_that_tables_can_be_made


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (
            "postgres://me:secret@127.0.0.1:1/news",
            "The database at 127.0.0.1:1/news, which DATABASE_URL names, cannot be reached (",
        ),
        (
            "mysql://me:secret@127.0.0.1/news",
            "DATABASE_URL must name a Postgres database (postgres://…); the newsroom runs on no other.",
        ),
        (
            "postgres://me:secret@127.0.0.1:1/",
            "DATABASE_URL names a server and no database on it; write it as postgres://user:password@host:5432/name.",
        ),
        (
            "sqlite:///news.sqlite3",
            "DATABASE_URL must name a Postgres database (postgres://…); the newsroom runs on no other.",
        ),
        ("nonsense", "DATABASE_URL cannot be read; write it as postgres://user:password@host:5432/name."),
    ],
)
def test_one_sentence_says_what_is_wrong_with_the_address(launch, url, sentence):
    newsroom = launch(DATABASE_URL=url)
    assert newsroom.wait_until_over() == 1
    assert len(newsroom.errors) == 1
    assert newsroom.errors[0].startswith(sentence)
    assert "secret" not in newsroom.errors[0]
    assert newsroom.processes() == {}


def test_one_sentence_says_that_the_data_folder_is_of_another_version(launch, tmp_path):
    data = tmp_path / "var" / "postgres" / "data"
    data.mkdir(parents=True, mode=0o700)
    (data / "PG_VERSION").write_text("16\n")
    newsroom = launch()
    assert newsroom.wait_until_over() == 1
    assert newsroom.errors == [
        f"{data} was made by Postgres 16 and the newsroom runs Postgres 18: take it over by dump and "
        f"restore, as "
        "docs/operations.md says under “Another version of Postgres”, or move it away to start anew."
    ]
    assert newsroom.processes() == {}


def test_one_sentence_says_that_the_account_may_make_no_tables(db):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path TO pg_catalog")  # where only a superuser may
    with pytest.raises(Failure, match=r"^The account “newsroom”, which DATABASE_URL names, may make no tables in the"):
        check_that_tables_can_be_made(connection)


class Old:
    """A stand-in for a connection to a Postgres that no machine of ours has any more."""

    settings_dict = {}
    connection = True
    pg_version = 140012

    def ensure_connection(self):
        pass


def test_one_sentence_says_that_postgres_is_too_old():
    with pytest.raises(Failure, match=r"^DATABASE_URL names Postgres 14\.12, which is older than the 15 that"):
        check_database(Old())
