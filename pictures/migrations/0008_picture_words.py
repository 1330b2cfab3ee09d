"""A table of words to find pictures by, which triggers keep.

The row of the picture is locked before its words are read, so that of two changes at once neither is left out.
Both sides of a search go through `pictures_words`: accents off, and a space for whatever is no part of a word.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

MAKE = r"""
ALTER TABLE pictures_picturewords ADD CONSTRAINT picture_words_go_with_it
    FOREIGN KEY (picture_id) REFERENCES pictures_picture ON DELETE CASCADE;

CREATE FUNCTION pictures_words(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT trim(regexp_replace(
        regexp_replace(normalize(left(written, 60000), NFD), '[\u0300-\u036f]+', '', 'g'),
        '[\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
$$;

CREATE FUNCTION pictures_query(written text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN pictures_words(written) = '' THEN ''::tsquery
        ELSE to_tsquery('simple', '''' || replace(pictures_words(written), ' ', ''':* & ''') || ''':*') END
$$;

CREATE FUNCTION pictures_index(picture bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM pictures_picture WHERE id = picture FOR NO KEY UPDATE;
    INSERT INTO pictures_picturewords (picture_id, search)
        SELECT id, to_tsvector('simple', pictures_words(concat_ws(' ',
            title, alt, credit, creator, people, place, source, licence, copyright_notice,
            (SELECT string_agg(name, ' ') FROM taggit_tag JOIN pictures_picturetopic ON tag_id = taggit_tag.id
                WHERE content_object_id = picture),
            caption, notes, restrictions, usage_terms, extended_description)))
        FROM pictures_picture WHERE id = picture
        ON CONFLICT (picture_id) DO UPDATE SET search = excluded.search;
END $$;

CREATE FUNCTION pictures_index_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pictures_index(NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER pictures_index_picture AFTER INSERT OR UPDATE OF title, alt, credit, creator, people, place, source,
    licence, copyright_notice, caption, notes, restrictions, usage_terms, extended_description ON pictures_picture
    FOR EACH ROW EXECUTE FUNCTION pictures_index_picture();

CREATE FUNCTION pictures_index_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM pictures_index(OLD.content_object_id); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM pictures_index(NEW.content_object_id); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER pictures_index_topic AFTER INSERT OR UPDATE OR DELETE ON pictures_picturetopic
    FOR EACH ROW EXECUTE FUNCTION pictures_index_topic();

CREATE FUNCTION pictures_index_tag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pictures_index(content_object_id) FROM pictures_picturetopic WHERE tag_id = NEW.id ORDER BY content_object_id;
    RETURN NULL;
END $$;
CREATE TRIGGER pictures_index_tag AFTER UPDATE OF name ON taggit_tag
    FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION pictures_index_tag();

SELECT pictures_index(id) FROM pictures_picture;
"""
DROP = """
ALTER TABLE pictures_picturewords DROP CONSTRAINT picture_words_go_with_it;
DROP TRIGGER pictures_index_tag ON taggit_tag;
DROP TRIGGER pictures_index_topic ON pictures_picturetopic;
DROP TRIGGER pictures_index_picture ON pictures_picture;
DROP FUNCTION pictures_index_tag(), pictures_index_topic(), pictures_index_picture(), pictures_index(bigint),
    pictures_query(text), pictures_words(text);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("pictures", "0007_pictures_in_prose"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]
    operations = [
        migrations.CreateModel(
            name="PictureWords",
            fields=[
                (
                    "picture",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="pictures.picture",
                    ),
                ),
                ("search", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["search"], name="picture_words"
                    )
                ],
            },
        ),
        migrations.RunSQL(MAKE, DROP),
    ]
