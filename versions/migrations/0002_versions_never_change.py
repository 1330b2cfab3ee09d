from django.db import migrations

FORBID = """
CREATE FUNCTION versions_version_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Version % is kept as it was and never changes; keep a new one.', OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER versions_version_never_changes BEFORE UPDATE ON versions_version
    FOR EACH ROW EXECUTE FUNCTION versions_version_never_changes();
"""
ALLOW = """
DROP TRIGGER versions_version_never_changes ON versions_version;
DROP FUNCTION versions_version_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("versions", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
