-- Feeds to poll, of some hosts or of all: (subject, mark, host, turn), fair by publisher. With
-- `take_all` those that are not due, too; what this run has chosen it polls, due or not.
SELECT feed_id AS subject, '' AS mark, host,
       row_number() OVER (PARTITION BY publisher_id ORDER BY next_poll_at, feed_id) AS turn
FROM core.feeds
WHERE is_listed AND stopped_at IS NULL AND merged_into IS NULL
  AND (%(hosts)s::text[] IS NULL OR host = ANY (%(hosts)s::text[]))
  AND (next_poll_at <= now() OR %(take_all)s
       OR EXISTS (
           SELECT FROM ops.claims
           WHERE claims.stage = 'poll_feeds' AND claims.subject = feed_id
             AND claims.run_id = %(run_id)s
       ))
