-- Why: a page that newer rules cleaned to the same words kept the dates, authors and other particulars that old rules read; and a date that followed its feed was told to nobody who reads the marts, the exports or the change feed.
-- Safe because: new columns with constant defaults are added at once; the wider list of kinds is checked for new rows only, and holds for all that are there.
-- Undo: DROP TRIGGER note_restated ON core.article_versions; DROP FUNCTION core.note_restated; ALTER TABLE core.article_versions DROP COLUMN restated CASCADE; ALTER TABLE core.summarized_articles DROP COLUMN restated; DELETE FROM core.changes WHERE kind = 'restated'; add the constraint of 0026 again; then migrate, which makes the views anew.
ALTER TABLE core.article_versions ADD COLUMN restated integer NOT NULL DEFAULT 0;
ALTER TABLE core.summarized_articles ADD COLUMN restated integer NOT NULL DEFAULT 0;
ALTER TABLE core.changes DROP CONSTRAINT changes_kind_check;
ALTER TABLE core.changes ADD CONSTRAINT changes_kind_check CHECK (kind IN (
    'new', 'edited', 'recleaned', 'restated', 'withdrawn', 'back', 'text_removed', 'facts', 'copy',
    'story_joined', 'story_moved', 'story_left', 'story_renamed', 'story_ended', 'entity',
    'publisher')) NOT VALID;

COMMENT ON COLUMN core.article_versions.restated IS 'How often its dates, authors and other particulars were restated since it was stored: by newer rules, or by a date that its feed corrected. Its words never change.';
COMMENT ON COLUMN core.article_versions.page_sha256 IS 'sha256 of the bytes of that page in which its words were first read.';
COMMENT ON COLUMN core.article_versions.cleaned_by IS 'Cleaner and digest of its rules: those that its particulars are by now.';
COMMENT ON COLUMN core.summarized_articles.restated IS 'How often its version had been restated when it was read.';
COMMENT ON COLUMN core.changes.kind IS 'new, edited: its publisher changed it; recleaned: read by other rules; restated: the same words with other dates, authors or particulars; withdrawn: its page is gone; back; text_removed: by our retention; facts: extracted anew; copy: is or is no longer one; story_joined, story_moved, story_left; story_renamed, story_ended; entity: a name stands for another entity; publisher: what we know of it.';
COMMENT ON COLUMN core.changes.version_id IS 'The version that new, edited and recleaned brought, or that was restated.';

CREATE FUNCTION core.note_restated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.changes (kind, article_id, version_id)
    VALUES ('restated', NEW.article_id, NEW.version_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.note_restated IS 'Versions whose dates, authors or other particulars are restated are changes.';
CREATE TRIGGER note_restated AFTER UPDATE ON core.article_versions FOR EACH ROW
    WHEN (OLD.restated <> NEW.restated) EXECUTE FUNCTION core.note_restated();
