from importlib import import_module

from django.db import migrations

make_roles = import_module("desk.migrations.0001_roles").make_roles


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_roles"), ("pictures", "0008_picture_words")]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
