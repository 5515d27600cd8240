-- A feed names a hub: another hub or topic than before is asked anew.
INSERT INTO ops.subscriptions (feed_id, hub, topic, token_sha256)
VALUES (%(feed_id)s, %(hub)s, %(topic)s, %(token_sha256)s)
ON CONFLICT (feed_id) DO UPDATE SET
    hub = EXCLUDED.hub, topic = EXCLUDED.topic, token_sha256 = EXCLUDED.token_sha256,
    state = 'wanted', asked_at = NULL, verified_at = NULL, lease_until = NULL, detail = ''
WHERE subscriptions.token_sha256 <> EXCLUDED.token_sha256
