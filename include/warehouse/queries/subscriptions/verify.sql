-- A hub asks whether we meant it: yes, if we asked for this topic under this address.
UPDATE ops.subscriptions
SET state = 'active', verified_at = now(), detail = '',
    lease_until = now() + make_interval(secs => %(lease_s)s)
WHERE token_sha256 = %(token_sha256)s AND topic = %(topic)s AND state IN ('asked', 'active')
RETURNING feed_id
