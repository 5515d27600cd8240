-- Why: a section page of a site without a feed can be polled as one, and must be read in another way.
-- Safe because: a new column with a constant default is added at once.
-- Undo: ALTER TABLE core.feeds DROP COLUMN kind CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.feeds ADD COLUMN kind text NOT NULL DEFAULT 'feed' CHECK (kind IN ('feed', 'page'));
COMMENT ON COLUMN core.feeds.kind IS 'feed, or page: an HTML page that lists articles, read as a feed.';
