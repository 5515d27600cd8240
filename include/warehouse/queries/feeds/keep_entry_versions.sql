-- Keep what entries said, before the feed's new words take their place.
INSERT INTO core.entry_versions (entry_key, number, url, title, authors, summary,
    published_at, updated_at, tags, content_sha256)
SELECT entry_key, edits + 1, url, title, authors, summary, published_at, updated_at, tags,
       content_sha256
FROM core.entries
WHERE feed_id = %(feed_id)s AND entry_sha256 = ANY (%(keys)s)
ON CONFLICT DO NOTHING
