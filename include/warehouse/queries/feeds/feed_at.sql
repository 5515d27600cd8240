-- The feed that is polled at a URL, other than this one: (feed_id).
SELECT feed_id FROM core.feeds
WHERE url = %(url)s AND feed_id <> %(feed_id)s
  AND is_listed AND merged_into IS NULL AND stopped_at IS NULL
ORDER BY first_seen_at, feed_id
LIMIT 1
