-- Pages that a worker has taken and that are to be fetched still.
SELECT claims.subject, pages.page_id, pages.publisher_id, pages.url, pages.host, pages.etag,
       pages.last_modified, pages.body_sha256, pages.attempts, pages.checks, pages.ladder,
       pages.final_url, pages.gone_at, pages.fetched_at, pages.archive_path, pages.archive_offset,
       pages.archive_length
FROM ops.claims
JOIN core.pages ON pages.page_id = claims.subject::bigint
WHERE claims.stage = %(stage)s AND claims.worker_id = %(worker_id)s AND next_fetch_at <= now()
ORDER BY pages.next_fetch_at, pages.page_id
