"""`pictures_in_prose`: what `pictures.models.in_prose` asks for.

It looks into the tags of figures alone. Our cleaner writes every attribute in double quotes, and no text can hold the
sign that a tag begins with.
"""

from django.db import migrations

MAKE = r"""
CREATE FUNCTION pictures_in_prose(html text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT number::integer ORDER BY number::integer), '{}')
    FROM regexp_matches(html, '<figure((?:\s+[a-z-]+="[^"]*")+)', 'g') AS figure,
        regexp_matches(figure[1], '\sdata-(?:picture|gallery)="([0-9][0-9, ]*)"', 'g') AS held,
        regexp_split_to_table(held[1], '[^0-9]+') AS number
    WHERE number ~ '^[0-9]{1,9}$'
$$;
"""
DROP = "DROP FUNCTION pictures_in_prose(text);"


class Migration(migrations.Migration):
    dependencies = [("pictures", "0006_is_opaque")]
    operations = [migrations.RunSQL(MAKE, DROP)]
