-- Listed feeds of which no poll has succeeded for a day, and since when. Their URLs may hold
-- keys, so they are left out.
SELECT feeds.feed_id, publishers.name AS publisher, feeds.last_reason, reasons.explanation,
       feeds.last_polled_at, failing.since AS failing_since, failing.polls
FROM core.feeds
JOIN core.publishers USING (publisher_id)
LEFT JOIN ops.reasons ON reasons.reason = feeds.last_reason
CROSS JOIN LATERAL (
    SELECT max(recorded_at) AS at FROM ops.outcomes
    WHERE outcomes.subject = feeds.feed_id AND stage = 'poll_feeds'
      AND status NOT IN ('failed', 'retry', 'skipped')
) AS succeeded
CROSS JOIN LATERAL (
    SELECT min(recorded_at) AS since, count(*) AS polls FROM ops.outcomes
    WHERE outcomes.subject = feeds.feed_id AND stage = 'poll_feeds'
      AND status IN ('failed', 'retry') AND recorded_at > coalesce(succeeded.at, '-infinity')
) AS failing
WHERE feeds.is_listed AND feeds.merged_into IS NULL AND feeds.failures > 0
  AND failing.since <= now() - interval '1 day'
  AND feeds.last_polled_at > failing.since + interval '12 hours'
ORDER BY failing.since, feeds.feed_id
