-- How many feeds were pushed since their last poll and are due.
SELECT count(*) AS feeds
FROM ops.subscriptions
JOIN core.feeds USING (feed_id)
WHERE last_push_at > coalesce(last_polled_at, '-infinity') AND next_poll_at <= now()
  AND is_listed AND stopped_at IS NULL AND merged_into IS NULL
