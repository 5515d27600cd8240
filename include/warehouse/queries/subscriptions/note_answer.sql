-- A hub would not be asked: told, and tried again in a day.
UPDATE ops.subscriptions
SET state = CASE WHEN state = 'active' THEN 'active' ELSE 'failed' END, detail = %(detail)s
WHERE feed_id = %(feed_id)s AND state <> 'denied'
