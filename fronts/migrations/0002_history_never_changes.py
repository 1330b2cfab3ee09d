from django.db import migrations

TABLES = ("frontversion", "slot", "publication", "cancellation", "banner")
FORBID = """
CREATE FUNCTION fronts_history_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Row % of % is history and never changes; save a new one.', OLD.id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER fronts_{table}_never_changes BEFORE UPDATE ON fronts_{table}\n"
    "    FOR EACH ROW EXECUTE FUNCTION fronts_history_never_changes();\n"
    for table in TABLES
)
ALLOW = (
    "".join(f"DROP TRIGGER fronts_{table}_never_changes ON fronts_{table};\n" for table in TABLES)
    + "DROP FUNCTION fronts_history_never_changes();"
)


class Migration(migrations.Migration):
    dependencies = [("fronts", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
