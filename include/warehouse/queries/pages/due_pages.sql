-- Pages to fetch, of some hosts or of all: (subject, mark, host, turn), in turn over the hosts.
SELECT page_id::text AS subject, '' AS mark, host,
       row_number() OVER (PARTITION BY host ORDER BY next_fetch_at, page_id) AS turn
FROM core.pages
WHERE next_fetch_at <= now()
  AND (%(hosts)s::text[] IS NULL OR host = ANY (%(hosts)s::text[]))
