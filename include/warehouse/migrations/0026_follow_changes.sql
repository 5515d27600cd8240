-- Why: whoever keeps a copy of the warehouse asks what changed since they last asked: new articles, edits, withdrawals, moves between stories, new facts. Nothing may be missed, however many writers there are.
-- Safe because: new tables; the triggers write one narrow row a changed item in the transaction that changes it. What is there already is listed once as it stands.
-- Undo: DROP TABLE core.changes, ops.change_numbers, ops.exports; DROP SEQUENCE core.change_places; DROP FUNCTION ops.number_changes; DROP FUNCTION core.note_version, core.note_article, core.note_story_article, core.note_story, core.note_text, core.note_entity, core.note_publisher CASCADE; then migrate, which makes the views anew.
CREATE SEQUENCE core.change_places;
CREATE TABLE core.changes (
    number bigint,
    kind text NOT NULL CHECK (kind IN (
        'new', 'edited', 'recleaned', 'withdrawn', 'back', 'text_removed', 'facts', 'copy',
        'story_joined', 'story_moved', 'story_left', 'story_renamed', 'story_ended', 'entity',
        'publisher')),
    article_id bigint,
    version_id bigint,
    story_id text,
    old_story_id text,
    entity_id bigint,
    old_entity_id bigint,
    publisher_id bigint,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    noted bigint NOT NULL DEFAULT nextval('core.change_places')
) PARTITION BY RANGE (recorded_at);
CREATE INDEX changes_number_idx ON core.changes (number);
CREATE INDEX changes_unnumbered_idx ON core.changes (xid, noted) WHERE number IS NULL;
COMMENT ON TABLE core.changes IS 'What changed, in the order it can be relied on: a change is numbered once no earlier transaction can add another before it. By month. Written by triggers.';
COMMENT ON COLUMN core.changes.number IS '1, 2, 3, … without a gap; null until every transaction that began before it has ended.';
COMMENT ON COLUMN core.changes.kind IS 'new, edited: its publisher changed it; recleaned: read by other rules; withdrawn: its page is gone; back; text_removed: by our retention; facts: extracted anew; copy: is or is no longer one; story_joined, story_moved, story_left; story_renamed, story_ended; entity: a name stands for another entity; publisher: what we know of it.';
COMMENT ON COLUMN core.changes.article_id IS 'The article, where it is about one.';
COMMENT ON COLUMN core.changes.version_id IS 'The version that new, edited and recleaned brought.';
COMMENT ON COLUMN core.changes.story_id IS 'The story, now.';
COMMENT ON COLUMN core.changes.old_story_id IS 'The story before.';
COMMENT ON COLUMN core.changes.entity_id IS 'Of kind entity: what the name stands for now.';
COMMENT ON COLUMN core.changes.old_entity_id IS 'The name (core.entities) that it stands for, or that is shown otherwise.';
COMMENT ON COLUMN core.changes.publisher_id IS 'The publisher.';
COMMENT ON COLUMN core.changes.recorded_at IS 'When its transaction began.';
COMMENT ON COLUMN core.changes.xid IS 'Its transaction.';
COMMENT ON COLUMN core.changes.noted IS 'Its place within its transaction.';
SELECT ops.ensure_partitions(2);

CREATE TABLE ops.change_numbers (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    last_number bigint NOT NULL DEFAULT 0,
    dropped_through bigint NOT NULL DEFAULT 0
);
INSERT INTO ops.change_numbers DEFAULT VALUES;
COMMENT ON TABLE ops.change_numbers IS 'How far core.changes is numbered and kept; one row.';
COMMENT ON COLUMN ops.change_numbers.only_one IS 'Holds the table to one row.';
COMMENT ON COLUMN ops.change_numbers.last_number IS 'The last number given.';
COMMENT ON COLUMN ops.change_numbers.dropped_through IS 'Changes up to this number may have been dropped by retention.';

-- A transaction's place in the feed is its xid, and xids are given before transactions end: one
-- that has a lower xid may commit later. So changes are numbered only below the oldest xid still
-- at work (xmin). A visible row beyond xmax can be from another server only (a restored dump).
CREATE FUNCTION ops.number_changes() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    last bigint;
BEGIN
    SELECT last_number INTO last FROM ops.change_numbers FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN  -- another does it right now
        SELECT last_number INTO last FROM ops.change_numbers;
        RETURN last;
    END IF;
    WITH settled AS (
        -- Here, not before: the snapshot must be the one the rows are seen in.
        SELECT pg_current_snapshot() AS at
    ), waiting AS (
        SELECT recorded_at, noted, row_number() OVER (ORDER BY xid, noted) AS place
        FROM core.changes, settled
        WHERE number IS NULL
          AND (xid < pg_snapshot_xmin(at) OR xid >= pg_snapshot_xmax(at))
          AND xid <> pg_current_xact_id()
    ), numbered AS (
        UPDATE core.changes SET number = last + waiting.place
        FROM waiting
        WHERE changes.recorded_at = waiting.recorded_at AND changes.noted = waiting.noted
        RETURNING changes.number
    )
    SELECT coalesce(max(number), last) INTO last FROM numbered;
    UPDATE ops.change_numbers SET last_number = last WHERE last_number < last;
    RETURN last;
END $$;
COMMENT ON FUNCTION ops.number_changes IS 'Number the changes that are settled, and return the last number given.';

CREATE FUNCTION core.note_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.changes (kind, article_id, version_id)
    SELECT CASE WHEN before.version_id IS NULL THEN 'new'
                WHEN before.page_sha256 = made.page_sha256 THEN 'recleaned'
                ELSE 'edited' END,
           made.article_id, made.version_id
    FROM made
    LEFT JOIN core.article_versions AS before
        ON before.article_id = made.article_id AND before.number = made.number - 1
    ORDER BY made.version_id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_version IS 'New versions are changes.';
CREATE TRIGGER note_version AFTER INSERT ON core.article_versions
    REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION core.note_version();

CREATE FUNCTION core.note_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.changes (kind, article_id)
    VALUES (CASE WHEN NEW.gone_at IS NULL THEN 'back' ELSE 'withdrawn' END, NEW.article_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_article IS 'Articles that are withdrawn or come back are changes.';
CREATE TRIGGER note_article AFTER UPDATE ON core.articles FOR EACH ROW
    WHEN ((OLD.gone_at IS NULL) <> (NEW.gone_at IS NULL)) EXECUTE FUNCTION core.note_article();

CREATE FUNCTION core.note_story_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO core.changes (kind, article_id, story_id)
        VALUES ('story_joined', NEW.article_id, NEW.story_id);
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO core.changes (kind, article_id, story_id, old_story_id)
        VALUES ('story_moved', NEW.article_id, NEW.story_id, OLD.story_id);
    ELSE
        INSERT INTO core.changes (kind, article_id, old_story_id)
        VALUES ('story_left', OLD.article_id, OLD.story_id);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_story_article IS 'Articles that join, change or leave a story are changes.';
CREATE TRIGGER note_story_joined AFTER INSERT OR DELETE ON core.story_articles
    FOR EACH ROW EXECUTE FUNCTION core.note_story_article();
CREATE TRIGGER note_story_moved AFTER UPDATE ON core.story_articles FOR EACH ROW
    WHEN (OLD.story_id <> NEW.story_id) EXECUTE FUNCTION core.note_story_article();

CREATE FUNCTION core.note_story() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO core.changes (kind, old_story_id) VALUES ('story_ended', OLD.story_id);
    ELSE
        INSERT INTO core.changes (kind, story_id) VALUES ('story_renamed', NEW.story_id);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_story IS 'Stories that are called otherwise or end are changes.';
CREATE TRIGGER note_story_ended AFTER DELETE ON core.stories
    FOR EACH ROW EXECUTE FUNCTION core.note_story();
CREATE TRIGGER note_story_renamed AFTER UPDATE ON core.stories FOR EACH ROW
    WHEN (OLD.label <> NEW.label OR OLD.lead_article_id <> NEW.lead_article_id)
    EXECUTE FUNCTION core.note_story();

CREATE FUNCTION core.note_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.changes (kind, article_id)
    SELECT CASE WHEN TG_TABLE_NAME = 'extractions' THEN 'facts'
                WHEN TG_NAME = 'note_copy' THEN 'copy'
                ELSE 'text_removed' END,
           articles.article_id
    FROM core.article_versions AS versions
    JOIN core.articles ON articles.version_id = versions.version_id
    WHERE versions.text_id = NEW.text_id
    ORDER BY articles.article_id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_text IS 'Articles whose text is extracted, turns out a copy, or is removed, are changes.';
CREATE TRIGGER note_facts AFTER INSERT ON core.extractions
    FOR EACH ROW EXECUTE FUNCTION core.note_text();
CREATE TRIGGER note_copy AFTER UPDATE ON core.texts FOR EACH ROW
    WHEN (OLD.copy_of IS DISTINCT FROM NEW.copy_of) EXECUTE FUNCTION core.note_text();
CREATE TRIGGER note_text_removed AFTER UPDATE ON core.texts FOR EACH ROW
    WHEN (octet_length(OLD.body) > 0 AND octet_length(NEW.body) = 0)
    EXECUTE FUNCTION core.note_text();

CREATE FUNCTION core.note_entity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_TABLE_NAME = 'entities' THEN
        INSERT INTO core.changes (kind, entity_id, old_entity_id)
        VALUES ('entity', NEW.entity_id, NEW.entity_id);
    ELSE
        INSERT INTO core.changes (kind, entity_id, old_entity_id)
        VALUES ('entity',
                CASE WHEN NEW.undone_at IS NULL THEN NEW.into_entity_id ELSE NEW.from_entity_id END,
                NEW.from_entity_id);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_entity IS 'Names that come to stand for another entity, or are shown otherwise, are changes.';
CREATE TRIGGER note_entity AFTER UPDATE ON core.entities FOR EACH ROW
    WHEN (coalesce(OLD.shown_as, OLD.name) <> coalesce(NEW.shown_as, NEW.name))
    EXECUTE FUNCTION core.note_entity();
CREATE TRIGGER note_merged AFTER INSERT ON core.entity_merges
    FOR EACH ROW EXECUTE FUNCTION core.note_entity();
CREATE TRIGGER note_parted AFTER UPDATE ON core.entity_merges FOR EACH ROW
    WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION core.note_entity();

CREATE FUNCTION core.note_publisher() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.changes (kind, publisher_id) VALUES ('publisher', NEW.publisher_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_publisher IS 'Publishers of whom we know something else are changes: their country, whether their texts are shown.';
CREATE TRIGGER note_publisher AFTER UPDATE ON core.publishers FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION core.note_publisher();

INSERT INTO core.changes (kind, article_id, version_id)
SELECT 'new', article_id, version_id FROM core.articles WHERE version_id IS NOT NULL
ORDER BY first_seen_at, article_id;
INSERT INTO core.changes (kind, article_id)
SELECT 'withdrawn', article_id FROM core.articles WHERE gone_at IS NOT NULL ORDER BY gone_at;
INSERT INTO core.changes (kind, article_id, story_id)
SELECT 'story_joined', article_id, story_id FROM core.story_articles ORDER BY grouped_at, article_id;

CREATE TABLE ops.exports (
    folder text NOT NULL,
    day date NOT NULL,
    format integer NOT NULL,
    through bigint NOT NULL,
    tables jsonb NOT NULL,
    run_id text NOT NULL,
    exported_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (folder, day)
);
COMMENT ON TABLE ops.exports IS 'The days that were exported, and how much of core.changes each has in it: a day with later changes is exported anew.';
COMMENT ON COLUMN ops.exports.folder IS 'Where to, as a URL.';
COMMENT ON COLUMN ops.exports.day IS 'The day, UTC, on which its articles were first seen.';
COMMENT ON COLUMN ops.exports.format IS 'Number of the form of the files: a day in an older form is exported anew.';
COMMENT ON COLUMN ops.exports.through IS 'The last of core.changes that is in it.';
COMMENT ON COLUMN ops.exports.tables IS 'Rows by table.';
COMMENT ON COLUMN ops.exports.run_id IS 'The run that exported it last.';
COMMENT ON COLUMN ops.exports.exported_at IS 'When.';
CREATE INDEX articles_first_seen_idx ON core.articles (first_seen_at);
CREATE INDEX stories_first_seen_idx ON core.stories (first_seen_at);
