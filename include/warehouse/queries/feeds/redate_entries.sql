-- Known entries whose feed states another date of publication than before, keys and dates side
-- by side: the earlier statement becomes a version, the corrected one is taken: (entry_sha256,
-- entry_key). A date after we first saw the entry (but for a quarter of an hour of clocks that
-- disagree) is not taken, unless the entry had none.
WITH wanted AS (
    SELECT entries.entry_key, stated.published_at
    FROM unnest(%(keys)s::bytea[], %(dates)s::timestamptz[]) AS stated (entry_sha256, published_at)
    JOIN core.entries USING (entry_sha256)
    WHERE entries.feed_id = %(feed_id)s
      AND entries.published_at IS DISTINCT FROM stated.published_at
      AND (entries.published_at IS NULL
           OR stated.published_at <= entries.first_seen_at + interval '15 minutes')
), kept AS (
    INSERT INTO core.entry_versions (entry_key, number, url, title, authors, summary,
        published_at, updated_at, tags, content_sha256)
    SELECT entry_key, edits + 1, url, title, authors, summary, entries.published_at, updated_at,
           tags, content_sha256
    FROM core.entries JOIN wanted USING (entry_key)
    ON CONFLICT DO NOTHING
)
UPDATE core.entries SET published_at = wanted.published_at, edits = entries.edits + 1
FROM wanted WHERE entries.entry_key = wanted.entry_key
RETURNING entries.entry_sha256, entries.entry_key
