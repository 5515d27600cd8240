-- Subscriptions of some feeds that are to be asked for or renewed now; they are noted as asked
-- before they are, since hubs may call back before they answer.
UPDATE ops.subscriptions
SET state = CASE WHEN state = 'active' THEN 'active' ELSE 'asked' END, asked_at = now()
FROM core.feeds
WHERE feeds.feed_id = subscriptions.feed_id AND subscriptions.feed_id = ANY (%(feed_ids)s)
  AND feeds.is_listed AND feeds.stopped_at IS NULL AND feeds.merged_into IS NULL
  AND CASE subscriptions.state
      WHEN 'wanted' THEN true
      WHEN 'asked' THEN asked_at < now() - interval '1 hour'
      WHEN 'active' THEN lease_until - now()
          < greatest((lease_until - verified_at) / 3, 2 * feeds.poll_interval)
          AND asked_at < now() - least((lease_until - verified_at) / 6, interval '1 hour')
      ELSE asked_at < now() - interval '1 day'
  END
RETURNING subscriptions.feed_id, hub, topic
