-- Why: a feed whose links carry a token for each request lists known entries under new links; they are found by their titles at every poll that brings something new.
-- Safe because: one more index, built once; nothing stored changes.
-- Undo: DROP INDEX core.entries_title_idx;
CREATE INDEX entries_title_idx ON core.entries (feed_id, md5(lower(title)));
COMMENT ON INDEX core.entries_title_idx IS 'Entries of a feed by title, to know those that come back under other links.';
