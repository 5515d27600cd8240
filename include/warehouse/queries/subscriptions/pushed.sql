-- A push with a right signature: the feed is due, but no sooner than a minute after its last poll.
WITH told AS (
    UPDATE ops.subscriptions SET last_push_at = now(), pushes = pushes + 1
    WHERE token_sha256 = %(token_sha256)s
    RETURNING feed_id
)
UPDATE core.feeds
SET next_poll_at = least(next_poll_at,
                         greatest(now(), last_polled_at + make_interval(secs => %(gap_s)s)))
FROM told WHERE feeds.feed_id = told.feed_id
