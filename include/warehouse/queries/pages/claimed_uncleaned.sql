-- Pages that a worker has taken and that wait to be cleaned still, with what their first entry
-- says of them.
SELECT claims.subject, pages.page_id, coalesce(pages.final_url, pages.url) AS url,
       pages.canonical_url, pages.url_sha256, pages.publisher_id, pages.content_type,
       pages.body_sha256, pages.fetched_at, pages.archive_path, pages.archive_offset,
       pages.archive_length, entry.title AS feed_title,
       coalesce(entry.authors, '{}') AS feed_authors, entry.published_at AS feed_published_at,
       coalesce(entry.language, feeds.language) AS feed_language,
       publishers.country AS publisher_country,
       coalesce(tries.tries, 0) AS tries, encode(pages.body_sha256, 'hex') AS mark
FROM ops.claims
JOIN core.pages ON pages.page_id = claims.subject::bigint
LEFT JOIN LATERAL (
    SELECT * FROM core.entries WHERE entries.page_id = pages.page_id
    ORDER BY entries.first_seen_at, entries.entry_key LIMIT 1
) AS entry ON true
LEFT JOIN core.feeds ON feeds.feed_id = entry.feed_id
LEFT JOIN core.publishers
    ON publishers.publisher_id = coalesce(feeds.publisher_id, pages.publisher_id)
LEFT JOIN ops.tries
    ON tries.stage = claims.stage AND tries.subject = claims.subject
    AND tries.mark = encode(pages.body_sha256, 'hex')
WHERE claims.stage = %(stage)s AND claims.worker_id = %(worker_id)s
  AND pages.body_sha256 IS NOT NULL AND pages.cleaned_sha256 IS DISTINCT FROM pages.body_sha256
ORDER BY pages.page_id
