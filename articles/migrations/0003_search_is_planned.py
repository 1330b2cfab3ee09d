"""How Postgres is to treat the search column.

Without statistics it takes every word for a rare one, and always asks the GIN index. It would else believe that two
common words stand together in many stories, walk the archive for them, and unpack every vector on its way. Common
words are found by `articles.search.finding`, which looks at the newest stories first.
Kept out of line and unpacked, a vector is read in half the time.
"""

from django.db import migrations

SETTLE = """
ALTER TABLE articles_article ALTER COLUMN search SET STATISTICS 0, ALTER COLUMN search SET STORAGE EXTERNAL;
ALTER INDEX article_headline_search ALTER COLUMN 1 SET STATISTICS 0;
"""
UNDO = """
ALTER TABLE articles_article ALTER COLUMN search SET STATISTICS -1, ALTER COLUMN search SET STORAGE EXTENDED;
ALTER INDEX article_headline_search ALTER COLUMN 1 SET STATISTICS -1;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_revisions_never_change")]
    operations = [migrations.RunSQL(SETTLE, UNDO)]
