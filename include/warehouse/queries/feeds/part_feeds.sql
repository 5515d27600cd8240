-- Feeds merged into one that is polled no more are polled again themselves: (feed_id, url).
UPDATE core.feeds SET merged_into = NULL, next_poll_at = now()
FROM core.feeds AS other
WHERE other.feed_id = feeds.merged_into AND feeds.is_listed
  AND (NOT other.is_listed OR other.stopped_at IS NOT NULL OR other.merged_into IS NOT NULL)
RETURNING feeds.feed_id, feeds.url
