-- Note what became of a try to send alerts.
UPDATE ops.alerts SET
    channel = ARRAY(SELECT DISTINCT unnest(channel || %(channel)s::text[]) ORDER BY 1),
    answer = %(answer)s,
    tries = tries + 1,
    sent_at = CASE WHEN %(is_sent)s THEN now() END,
    next_try_at = now() + make_interval(secs => %(wait_s)s),
    given_up_at = CASE WHEN NOT %(is_sent)s AND tries + 1 >= %(most_tries)s THEN now() END
WHERE alert_id = ANY (%(alert_ids)s::bigint[])
