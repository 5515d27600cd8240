-- Take due feeds of some hosts, fair by publisher, so that no other worker takes them.
WITH due AS (
    SELECT feed_id,
           row_number() OVER (PARTITION BY publisher_id ORDER BY next_poll_at, feed_id) AS turn,
           next_poll_at
    FROM core.feeds
    WHERE host = ANY (%(hosts)s) AND is_listed AND stopped_at IS NULL AND merged_into IS NULL
      AND (next_poll_at <= now() OR %(poll_all)s)
      AND (claimed_until IS NULL OR claimed_until < now())
), chosen AS (
    SELECT feeds.feed_id
    FROM core.feeds
    JOIN due USING (feed_id)
    ORDER BY due.turn, due.next_poll_at
    LIMIT %(most)s
    FOR UPDATE OF feeds SKIP LOCKED
)
UPDATE core.feeds
SET claimed_until = now() + interval '30 minutes'
FROM core.publishers, chosen
WHERE feeds.feed_id = chosen.feed_id
  AND publishers.publisher_id = feeds.publisher_id
  AND (feeds.claimed_until IS NULL OR feeds.claimed_until < now())
RETURNING feeds.feed_id, feeds.url, feeds.host, feeds.language, feeds.etag, feeds.last_modified,
          feeds.body_sha256, feeds.publisher_id, publishers.name AS publisher,
          extract(epoch FROM feeds.poll_interval)::float8 AS interval_s,
          feeds.failures, feeds.per_day, feeds.listed,
          extract(epoch FROM now() - feeds.last_polled_at)::float8 AS since_poll_s,
          extract(epoch FROM now() - feeds.last_new_at)::float8 AS since_new_s,
          extract(epoch FROM now() - feeds.last_full_at)::float8 AS since_full_s,
          feeds.moving_to, feeds.moving_polls, feeds.archive_path, feeds.archive_offset, feeds.archive_length,
          extract(epoch FROM now() - feeds.moving_since)::float8 AS moving_s
