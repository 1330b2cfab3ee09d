from django.db import migrations

from record.watching import VERSIONS, watch

# What is on record of stories that were published before there were kinds. A change of theirs counts as an update.
TAKE_OVER = """
INSERT INTO articles_publishedversion (article_id, revision_id, change, at, by_id)
SELECT article_id, revision_id,
    CASE WHEN number > 1 THEN 'update' ELSE 'first' END,
    CASE WHEN number > 1 THEN at ELSE least(at, published_at) END,
    by_id
FROM (
    SELECT act.*, story.published_at, row_number() OVER (PARTITION BY act.article_id ORDER BY act.id) AS number
    FROM articles_act act JOIN articles_article story ON story.id = act.article_id
    WHERE act.verb IN ('publish', 'update') AND act.revision_id IS NOT NULL
) published ORDER BY id;
INSERT INTO articles_publishedversion (article_id, revision_id, change, at, by_id)
SELECT story.id, story.live_revision_id, 'first', story.published_at, revision.by_id
FROM articles_article story JOIN articles_revision revision ON revision.id = story.live_revision_id
WHERE story.published_at <= now()
    AND NOT EXISTS (SELECT FROM articles_publishedversion version WHERE version.article_id = story.id)
    AND NOT EXISTS (SELECT FROM articles_plan plan
                    WHERE plan.article_id = story.id AND plan.what = 'publish' AND plan.ending_id IS NULL);
"""

FORBID = """
CREATE FUNCTION articles_version_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Published version % says what readers saw, and never changes.', OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER articles_version_never_changes BEFORE UPDATE ON articles_publishedversion
    FOR EACH ROW EXECUTE FUNCTION articles_version_never_changes();

CREATE FUNCTION articles_body_as_read(body text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(body, '\\s', '', 'g')
$$;

CREATE FUNCTION articles_no_silent_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    version articles_publishedversion;
    reads_otherwise boolean := (
        OLD.kicker, OLD.headline, OLD.standfirst, OLD.kind, OLD.language, OLD.series_id,
        OLD.lead_picture_id, OLD.lead_caption, OLD.lead_credit, OLD.lead_alt, articles_body_as_read(OLD.body)
    ) IS DISTINCT FROM (
        NEW.kicker, NEW.headline, NEW.standfirst, NEW.kind, NEW.language, NEW.series_id,
        NEW.lead_picture_id, NEW.lead_caption, NEW.lead_credit, NEW.lead_alt, articles_body_as_read(NEW.body)
    );
BEGIN
    SELECT * INTO version FROM articles_publishedversion WHERE article_id = NEW.id ORDER BY id DESC LIMIT 1;
    IF NOT FOUND OR version.change = 'first' AND version.revision_id = NEW.live_revision_id
            AND OLD.live_revision_id IS DISTINCT FROM NEW.live_revision_id THEN
        RETURN NULL;  -- nobody has read anything before
    END IF;
    IF version.revision_id IS DISTINCT FROM NEW.live_revision_id
            OR reads_otherwise AND OLD.live_revision_id = NEW.live_revision_id THEN
        RAISE EXCEPTION 'Story % has been read, so its words change only with a published version.', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF reads_otherwise AND version.change IN ('unread', 'again') THEN
        RAISE EXCEPTION 'Story % reads otherwise now, so the change has to be named.', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF reads_otherwise AND version.change <> 'typo' AND NEW.updated_at IS DISTINCT FROM version.at THEN
        RAISE EXCEPTION 'Story % reads otherwise now, and “Updated” does not say since when.', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER articles_no_silent_change AFTER UPDATE ON articles_article FOR EACH ROW WHEN (
    OLD.live_revision_id IS DISTINCT FROM NEW.live_revision_id
    OR (
        OLD.kicker, OLD.headline, OLD.standfirst, OLD.body, OLD.kind, OLD.language, OLD.series_id,
        OLD.lead_picture_id, OLD.lead_caption, OLD.lead_credit, OLD.lead_alt
    ) IS DISTINCT FROM (
        NEW.kicker, NEW.headline, NEW.standfirst, NEW.body, NEW.kind, NEW.language, NEW.series_id,
        NEW.lead_picture_id, NEW.lead_caption, NEW.lead_credit, NEW.lead_alt
    )
) EXECUTE FUNCTION articles_no_silent_change();
"""
ALLOW = """
DROP TRIGGER articles_no_silent_change ON articles_article;
DROP FUNCTION articles_no_silent_change();
DROP FUNCTION articles_body_as_read(text);
DROP TRIGGER articles_version_never_changes ON articles_publishedversion;
DROP FUNCTION articles_version_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_kinds_of_change"), ("record", "0002_tables_are_watched")]
    operations = [
        migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop),
        migrations.RunSQL(FORBID, ALLOW),
        migrations.RunSQL(watch(VERSIONS), "DROP TRIGGER record_row ON articles_publishedversion"),
    ]
