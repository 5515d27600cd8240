-- Feeds that a worker has taken and that are due still.
SELECT claims.subject, feeds.feed_id, feeds.url, feeds.kind, feeds.host, feeds.language, feeds.etag,
       feeds.last_modified, feeds.body_sha256, feeds.publisher_id, publishers.name AS publisher,
       extract(epoch FROM feeds.poll_interval)::float8 AS interval_s,
       feeds.failures, feeds.per_day, feeds.listed,
       extract(epoch FROM now() - feeds.last_polled_at)::float8 AS since_poll_s,
       extract(epoch FROM now() - feeds.last_new_at)::float8 AS since_new_s,
       extract(epoch FROM now() - feeds.last_full_at)::float8 AS since_full_s,
       feeds.moving_to, feeds.moving_polls, feeds.archive_path, feeds.archive_offset, feeds.archive_length,
       extract(epoch FROM now() - feeds.moving_since)::float8 AS moving_s,
       coalesce(tries.tries, 0) AS tries, '' AS mark
FROM ops.claims
JOIN core.feeds ON feeds.feed_id = claims.subject
JOIN core.publishers USING (publisher_id)
LEFT JOIN ops.tries ON tries.stage = claims.stage AND tries.subject = claims.subject
WHERE claims.stage = %(stage)s AND claims.worker_id = %(worker_id)s
  AND is_listed AND stopped_at IS NULL AND merged_into IS NULL
  AND (next_poll_at <= now() OR %(poll_all)s)
ORDER BY feeds.next_poll_at, feeds.feed_id
