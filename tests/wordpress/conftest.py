from io import StringIO

import pytest
from django.core.management import call_command

from tests.wordpress.exports import export


@pytest.fixture
def bring(db):
    """`bring(path, …)` runs the import and returns what it printed."""

    def bring(*paths, **options):
        out = StringIO()
        call_command("import_wordpress", *map(str, paths), stdout=out, stderr=out, **options)
        return out.getvalue()

    return bring


@pytest.fixture
def write_export(tmp_path):
    """`write_export(item(…), …)` writes an export of example.org and returns its path."""

    def write(*items, name="export.xml", **parts):
        path = tmp_path / name
        path.write_text(export(*items, **parts), encoding="utf-8")
        return path

    return write
