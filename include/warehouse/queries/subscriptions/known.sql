-- The subscription under an address, if there is one.
SELECT feed_id, hub, topic, state FROM ops.subscriptions WHERE token_sha256 = %(token_sha256)s
