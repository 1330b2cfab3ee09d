"""Which tables the record watches, and the SQL that makes Postgres do it."""

from dataclasses import dataclass

# Never recorded: what changes by itself, what is made from other columns, and secrets. A password shows as changed.
UNTOLD = {"id", "last_login", "search", "desk_search", "perceptual_hash"}


@dataclass(frozen=True)
class Watched:
    """A table whose rows' changes are entries. `thing` is the column that says which thing a row belongs to."""

    table: str
    kind: str
    thing: str = "id"
    verb: str = ""  # where a new row is itself the record of an act


WATCHED = [
    Watched("authors_author", "author"),
    Watched("authors_authorlink", "link of an author", "author_id"),
    Watched("sections_section", "section"),
    Watched("pictures_picture", "picture"),
    Watched("articles_topic", "topic"),
    Watched("articles_series", "series"),
    Watched("articles_updatenote", "note of a story", "article_id"),
    Watched("addresses_formeraddress", "former address"),
    Watched("masthead_masthead", "masthead"),
    Watched("masthead_connectlink", "link of the masthead", "masthead_id"),
    Watched("masthead_standingpage", "standing page"),
    Watched("fronts_frontversion", "front", "front_id", "saved"),
    Watched("fronts_publication", "front", "front_id", "published"),
    Watched("fronts_cancellation", "front", "id", "cancelled"),
    Watched("fronts_banner", "banner", "id", "changed"),
    Watched("outsiders_invitation", "preview link"),
    Watched("outsiders_remark", "remark of an outsider", "invitation_id"),
    Watched("outsiders_approval", "agreement of an outsider", "invitation_id"),
    Watched("accounts_user", "account"),
    Watched("accounts_user_groups", "role of an account", "user_id"),
    Watched("accounts_user_sections", "section of an account", "user_id"),
    Watched("accounts_user_user_permissions", "right of an account", "user_id"),
    Watched("auth_group", "role"),
    Watched("auth_group_permissions", "right of a role", "group_id"),
]

# What came after the record was laid beneath the tables: the migration that makes such a table lays its trigger.
PLANS = Watched("articles_plan", "plan of a story", "article_id", "planned")
VERSIONS = Watched("articles_publishedversion", "published version of a story", "article_id", "went live")

# Who acts is said by whoever opens the transaction (record/acting.py), or by the row.
FUNCTIONS = """
CREATE FUNCTION record_write(
    by_whom bigint, what text, which bigint, called text, act text, was jsonb, becomes jsonb, why text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    actor bigint := coalesce(by_whom, nullif(current_setting('newsroom.by', true), '')::bigint);
BEGIN
    INSERT INTO record_entry (at, by_id, by_name, address, kind, object_id, name, verb, before, after, note)
    VALUES (
        now(),
        actor,
        coalesce((SELECT username FROM accounts_user WHERE id = actor), ''),
        nullif(current_setting('newsroom.address', true), '')::inet,
        what, which, coalesce(called, ''), act, was, becomes, coalesce(why, '')
    );
END $$;

CREATE FUNCTION record_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    what text := TG_ARGV[0];
    thing text := TG_ARGV[1];
    act text := TG_ARGV[2];
    untold text[] := TG_ARGV[3]::text[];
    old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
    whole jsonb := coalesce(new_row, old_row);
    was jsonb;
    becomes jsonb;
BEGIN
    IF old_row ? 'password' THEN
        old_row := old_row || jsonb_build_object('password', left(md5(old_row ->> 'password'), 6) || '…');
    END IF;
    IF new_row ? 'password' THEN
        new_row := new_row || jsonb_build_object('password', left(md5(new_row ->> 'password'), 6) || '…');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(key, value) INTO was FROM jsonb_each(old_row - untold)
        WHERE value IS DISTINCT FROM new_row -> key;
        SELECT jsonb_object_agg(key, value) INTO becomes FROM jsonb_each(new_row - untold)
        WHERE value IS DISTINCT FROM old_row -> key;
        IF becomes IS NULL THEN
            RETURN NULL;
        END IF;
    ELSE
        was := old_row - untold;
        becomes := new_row - untold;
    END IF;
    PERFORM record_write(
        CASE WHEN act <> '' THEN (whole ->> 'by_id')::bigint END,
        what,
        (whole ->> thing)::bigint,
        coalesce(
            whole ->> 'name', whole ->> 'title', whole ->> 'username', whole ->> 'path', whole ->> 'label',
            whole ->> 'recipient', ''
        ),
        CASE WHEN act <> '' THEN act
             ELSE CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END END,
        was, becomes, ''
    );
    RETURN NULL;
END $$;

CREATE FUNCTION record_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM record_write(
        NEW.by_id, 'story', NEW.article_id,
        (SELECT r.headline FROM articles_revision r JOIN articles_article a ON a.working_copy_id = r.id
         WHERE a.id = NEW.article_id),
        NEW.verb,
        CASE WHEN NEW.from_status <> '' THEN jsonb_build_object('status', NEW.from_status) END,
        jsonb_build_object('status', NEW.to_status, 'version', NEW.revision_id),
        NEW.note
    );
    RETURN NULL;
END $$;

CREATE FUNCTION record_words(kicker text, headline text, standfirst text, body text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\\x1f', kicker, headline, standfirst, body), 'UTF8')), 'hex')
$$;

CREATE FUNCTION record_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM record_write(
        NEW.by_id, 'story', NEW.article_id, NEW.headline, 'saved',
        CASE WHEN NEW.began_from_id IS NOT NULL THEN jsonb_build_object('version', NEW.began_from_id) END,
        jsonb_build_object(
            'version', NEW.id, 'words', record_words(NEW.kicker, NEW.headline, NEW.standfirst, NEW.body)
        ),
        NEW.note
    );
    RETURN NULL;
END $$;

CREATE FUNCTION record_text(entry record_entry) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(
        entry.id, extract(epoch FROM entry.at), entry.by_id, entry.by_name, host(entry.address), entry.kind,
        entry.object_id, entry.name, entry.verb, entry.before, entry.after, entry.note
    )::text
$$;

CREATE FUNCTION record_digest(previous text, entry record_entry) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(previous || record_text(entry), 'UTF8')), 'hex')
$$;

-- Entries are chained as their transaction ends. In two steps, because the second waits for whoever else is ending, and
-- everything that could wait for a row of ours has to be over by then.
CREATE FUNCTION record_begin_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record_link (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION record_end_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_link record_link;
BEGIN
    PERFORM pg_advisory_xact_lock(7235419);
    SELECT * INTO last_link FROM record_link WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1;
    UPDATE record_link
    SET number = coalesce(last_link.number, 0) + 1,
        digest = record_digest(coalesce(last_link.digest, ''), (SELECT e FROM record_entry e WHERE e.id = NEW.entry_id))
    WHERE entry_id = NEW.entry_id;
    RETURN NULL;
END $$;

CREATE FUNCTION record_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The record is only written on: nothing in it is changed or taken out.'
        USING ERRCODE = 'restrict_violation';
END $$;
"""

TRIGGERS = """
CREATE CONSTRAINT TRIGGER record_begin_link AFTER INSERT ON record_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION record_begin_link();
CREATE CONSTRAINT TRIGGER record_end_link AFTER INSERT ON record_link DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION record_end_link();
CREATE TRIGGER record_entry_never_changes BEFORE UPDATE OR DELETE ON record_entry
    FOR EACH ROW EXECUTE FUNCTION record_never_changes();
CREATE TRIGGER record_entry_never_emptied BEFORE TRUNCATE ON record_entry
    FOR EACH STATEMENT EXECUTE FUNCTION record_never_changes();
CREATE TRIGGER record_link_never_changes BEFORE UPDATE ON record_link
    FOR EACH ROW WHEN (OLD.digest IS NOT NULL) EXECUTE FUNCTION record_never_changes();
CREATE TRIGGER record_link_never_deleted BEFORE DELETE ON record_link
    FOR EACH ROW EXECUTE FUNCTION record_never_changes();
CREATE TRIGGER record_link_never_emptied BEFORE TRUNCATE ON record_link
    FOR EACH STATEMENT EXECUTE FUNCTION record_never_changes();
CREATE TRIGGER record_act AFTER INSERT ON articles_act FOR EACH ROW EXECUTE FUNCTION record_act();
CREATE TRIGGER record_revision AFTER INSERT ON articles_revision FOR EACH ROW EXECUTE FUNCTION record_revision();
"""


def watch(watched):
    """The trigger on one table. A row that is itself the record of an act is only ever put in."""
    when = "INSERT" if watched.verb else "INSERT OR UPDATE OR DELETE"
    untold = "{" + ",".join(sorted(UNTOLD)) + "}"
    return (
        f"CREATE TRIGGER record_row AFTER {when} ON {watched.table} FOR EACH ROW EXECUTE FUNCTION "
        f"record_row('{watched.kind}', '{watched.thing}', '{watched.verb}', '{untold}');\n"
    )


def statements():
    """All of it, for the migration that lays the record beneath the tables."""
    return FUNCTIONS + TRIGGERS + "".join(map(watch, WATCHED))
