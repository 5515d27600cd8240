-- A feed's entries with one of these titles (md5 of each in lower case) that led to a page and were listed of late:
-- (entry_id, url, title, published_at, content_sha256, since_s).
SELECT entry_id, url, title, published_at, content_sha256,
       extract(epoch FROM now() - last_seen_at)::float AS since_s
FROM core.entries
WHERE feed_id = %(feed_id)s AND md5(lower(title)) = ANY (%(titles)s) AND url IS NOT NULL
  AND last_seen_at > now() - interval '30 days' AND same_as IS NULL
ORDER BY last_seen_at DESC
LIMIT 5000
