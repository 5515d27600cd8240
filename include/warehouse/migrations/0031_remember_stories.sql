-- Why: what was in which story at an instant is asked later; core.story_articles has only how things stand, and its changes age out of the change feed.
-- Safe because: a new table, filled with what stands; the trigger writes one narrow row where an article joins, changes or leaves a story.
-- Undo: DROP TABLE core.story_memberships; DROP FUNCTION core.remember_story CASCADE; then migrate, which makes the views anew.
CREATE TABLE core.story_memberships (
    article_id bigint NOT NULL REFERENCES core.articles,
    story_id text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    until timestamptz
);
CREATE INDEX story_memberships_article_idx ON core.story_memberships (article_id, since);
CREATE INDEX story_memberships_story_idx ON core.story_memberships (story_id);
COMMENT ON TABLE core.story_memberships IS 'Which article was in which story from when to when. Written by a trigger.';
COMMENT ON COLUMN core.story_memberships.article_id IS 'The article.';
COMMENT ON COLUMN core.story_memberships.story_id IS 'The story, which may have ended since.';
COMMENT ON COLUMN core.story_memberships.since IS 'When it was put there.';
COMMENT ON COLUMN core.story_memberships.until IS 'When it left or changed the story; null while it is there.';

INSERT INTO core.story_memberships (article_id, story_id, since)
SELECT article_id, story_id, grouped_at FROM core.story_articles;

CREATE FUNCTION core.remember_story() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE core.story_memberships SET until = now()
        WHERE article_id = OLD.article_id AND until IS NULL;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        -- One that left and came back within a transaction never left.
        UPDATE core.story_memberships SET until = NULL
        WHERE article_id = NEW.article_id AND story_id = NEW.story_id AND until = now();
        IF NOT FOUND THEN
            INSERT INTO core.story_memberships (article_id, story_id)
            VALUES (NEW.article_id, NEW.story_id);
        END IF;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION core.remember_story IS 'Keep from when to when an article is in a story.';
REVOKE EXECUTE ON FUNCTION core.remember_story FROM PUBLIC;
CREATE TRIGGER remember_joined AFTER INSERT OR DELETE ON core.story_articles
    FOR EACH ROW EXECUTE FUNCTION core.remember_story();
CREATE TRIGGER remember_moved AFTER UPDATE ON core.story_articles FOR EACH ROW
    WHEN (OLD.story_id <> NEW.story_id) EXECUTE FUNCTION core.remember_story();
