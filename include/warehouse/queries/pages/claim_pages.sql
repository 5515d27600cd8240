-- Take due pages of some hosts, in turn over the hosts, so that no other worker takes them.
WITH due AS (
    SELECT page_id, row_number() OVER (PARTITION BY host ORDER BY next_fetch_at, page_id) AS turn
    FROM core.pages
    WHERE host = ANY (%(hosts)s) AND next_fetch_at <= now()
      AND (claimed_until IS NULL OR claimed_until < now())
), chosen AS (
    SELECT pages.page_id
    FROM core.pages
    JOIN due USING (page_id)
    ORDER BY due.turn, pages.page_id
    LIMIT %(most)s
    FOR UPDATE OF pages SKIP LOCKED
)
UPDATE core.pages SET claimed_until = now() + interval '30 minutes'
FROM chosen
WHERE pages.page_id = chosen.page_id
  AND (pages.claimed_until IS NULL OR pages.claimed_until < now())
RETURNING pages.page_id, pages.publisher_id, pages.url, pages.host, pages.etag, pages.last_modified,
          pages.body_sha256, pages.attempts, pages.checks, pages.ladder, pages.final_url,
          pages.gone_at, pages.fetched_at, pages.archive_path, pages.archive_offset,
          pages.archive_length
