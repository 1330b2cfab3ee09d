from django.db import migrations

from record.watching import PLANS, watch

FORBID = """
CREATE FUNCTION articles_plan_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ending_id IS NOT NULL OR NEW.ending_id IS NULL
        OR to_jsonb(OLD) - 'ending_id' IS DISTINCT FROM to_jsonb(NEW) - 'ending_id' THEN
        RAISE EXCEPTION 'Plan % never changes, and ends once; make another one.', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER articles_plan_ends_once BEFORE UPDATE ON articles_plan
    FOR EACH ROW EXECUTE FUNCTION articles_plan_ends_once();
"""
ALLOW = """
DROP TRIGGER articles_plan_ends_once ON articles_plan;
DROP FUNCTION articles_plan_ends_once();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_planned_moments"), ("record", "0002_tables_are_watched")]
    operations = [
        migrations.RunSQL(FORBID, ALLOW),
        migrations.RunSQL(watch(PLANS), "DROP TRIGGER record_row ON articles_plan"),
    ]
