-- A hub says no, now or later.
UPDATE ops.subscriptions SET state = 'denied', detail = %(detail)s, lease_until = NULL
WHERE token_sha256 = %(token_sha256)s AND topic = %(topic)s
RETURNING feed_id
