from django.db import migrations, models
from django.db.models import Q

import pictures.key


def make_keys(apps, schema_editor):
    pictures_ = apps.get_model("pictures", "Picture")
    for pk in pictures_.objects.values_list("pk", flat=True).iterator():
        pictures_.objects.filter(pk=pk).update(key=pictures.key.new_key())


class Migration(migrations.Migration):
    """What is served has the digest in its name until now, and is made anew under another."""

    dependencies = [("pictures", "0003_rights_end_by_themselves")]

    operations = [
        migrations.AddField("picture", "key", models.CharField(max_length=16, null=True)),
        migrations.RunPython(make_keys, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "picture",
            "key",
            models.CharField(
                max_length=16,
                unique=True,
                default=pictures.key.new_key,
                editable=False,
                help_text="What its public addresses are made of; another when its file is replaced",
            ),
        ),
        migrations.AddConstraint(
            "picture", models.CheckConstraint(condition=Q(key__regex="^[a-z0-9]{16}$"), name="picture_key_is_one")
        ),
    ]
