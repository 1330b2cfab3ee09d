from django.db import migrations

from record.watching import statements


class Migration(migrations.Migration):
    dependencies = [
        ("record", "0001_initial"),
        ("accounts", "0001_initial"),
        ("addresses", "0001_initial"),
        ("articles", "0003_search_is_planned"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("authors", "0001_initial"),
        ("fronts", "0002_history_never_changes"),
        ("masthead", "0001_initial"),
        ("outsiders", "0001_initial"),
        ("pictures", "0001_initial"),
        ("sections", "0001_initial"),
    ]
    operations = [migrations.RunSQL(statements(), migrations.RunSQL.noop)]
