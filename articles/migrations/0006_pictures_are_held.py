"""A version holds its pictures while it is being saved, as a foreign key would: who deletes one waits, and then finds it in use."""

from django.db import migrations

MAKE = """
CREATE FUNCTION articles_revision_holds_its_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM pictures_picture
        WHERE id = ANY(NEW.body_pictures) OR id = NEW.lead_picture_id ORDER BY id FOR KEY SHARE;
    RETURN NULL;
END $$;
CREATE TRIGGER articles_revision_holds_its_pictures AFTER INSERT ON articles_revision
    FOR EACH ROW WHEN (NEW.body_pictures <> '{}' OR NEW.lead_picture_id IS NOT NULL)
    EXECUTE FUNCTION articles_revision_holds_its_pictures();
"""
DROP = """
DROP TRIGGER articles_revision_holds_its_pictures ON articles_revision;
DROP FUNCTION articles_revision_holds_its_pictures();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_body_pictures")]
    operations = [migrations.RunSQL(MAKE, DROP)]
