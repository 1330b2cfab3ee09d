from django.db import migrations

FORBID = """
CREATE FUNCTION articles_revision_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Revision % is a snapshot and never changes; save a new one.', OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER articles_revision_never_changes BEFORE UPDATE ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION articles_revision_never_changes();
"""
ALLOW = """
DROP TRIGGER articles_revision_never_changes ON articles_revision;
DROP FUNCTION articles_revision_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
