from django.contrib.auth.management import create_permissions
from django.db import migrations

from desk import roles


def make_roles(apps, schema_editor):
    # Django makes permissions only after the last migration; the roles need them now.
    for app_config in apps.get_app_configs():
        app_config.models_module = True
        create_permissions(app_config, apps=apps, verbosity=0)
        app_config.models_module = None
    roles.make_roles(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("addresses", "0001_initial"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("authors", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("fronts", "0001_initial"),
        ("masthead", "0001_initial"),
        ("pictures", "0001_initial"),
        ("record", "0001_initial"),
        ("sections", "0001_initial"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
