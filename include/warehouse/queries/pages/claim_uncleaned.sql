-- Take pages of one shard that wait to be cleaned, with what their first entry says of them.
WITH chosen AS (
    SELECT page_id FROM core.pages
    WHERE body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256
      AND page_id %% %(of)s = %(shard)s
      AND (claimed_until IS NULL OR claimed_until < now())
    ORDER BY page_id
    LIMIT %(most)s
    FOR UPDATE SKIP LOCKED
), taken AS (
    UPDATE core.pages SET claimed_until = now() + interval '60 minutes'
    FROM chosen WHERE pages.page_id = chosen.page_id
    RETURNING pages.*
)
SELECT taken.page_id, coalesce(taken.final_url, taken.url) AS url, taken.canonical_url,
       taken.url_sha256, taken.publisher_id, taken.content_type, taken.body_sha256,
       taken.fetched_at, taken.archive_path, taken.archive_offset, taken.archive_length,
       entry.title AS feed_title, coalesce(entry.authors, '{}') AS feed_authors,
       entry.published_at AS feed_published_at,
       coalesce(entry.language, feeds.language) AS feed_language
FROM taken
LEFT JOIN LATERAL (
    SELECT * FROM core.entries WHERE entries.page_id = taken.page_id
    ORDER BY entries.first_seen_at, entries.entry_key LIMIT 1
) AS entry ON true
LEFT JOIN core.feeds ON feeds.feed_id = entry.feed_id
ORDER BY taken.page_id
