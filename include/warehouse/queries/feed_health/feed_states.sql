-- How feeds are doing; `only` is due, failing, quiet (nothing new since `quiet_since`), stopped or null.
SELECT feeds.feed_id, publishers.name AS publisher, feeds.title, feeds.url,
       extract(epoch FROM feeds.poll_interval)::float8 AS interval_s,
       feeds.last_polled_at, feeds.next_poll_at, feeds.last_new_at,
       (SELECT count(*) FROM core.entries WHERE entries.feed_id = feeds.feed_id) AS entries,
       feeds.per_day, feeds.failures, feeds.last_reason, reasons.explanation,
       feeds.stopped_at, feeds.merged_into, feeds.is_listed,
       now() AS read_at
FROM core.feeds
JOIN core.publishers USING (publisher_id)
LEFT JOIN ops.reasons ON reasons.reason = feeds.last_reason
CROSS JOIN LATERAL (
    SELECT feeds.is_listed AND feeds.stopped_at IS NULL AND feeds.merged_into IS NULL AS is_polled
) AS state
WHERE CASE %(only)s::text
    WHEN 'due' THEN state.is_polled AND feeds.next_poll_at <= now()
    WHEN 'failing' THEN state.is_polled AND feeds.failures > 0
    WHEN 'quiet' THEN state.is_polled AND feeds.last_polled_at IS NOT NULL
        AND coalesce(feeds.last_new_at, feeds.first_seen_at) < %(quiet_since)s
    WHEN 'stopped' THEN feeds.stopped_at IS NOT NULL
    ELSE true
END
ORDER BY publishers.name, feeds.feed_id
