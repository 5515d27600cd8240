-- A feed names no hub any more: what its former hub pushes from now on is refused.
DELETE FROM ops.subscriptions WHERE feed_id = %(feed_id)s
