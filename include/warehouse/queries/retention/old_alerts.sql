-- Alerts of months that lie more than so many whole months back: (items, bytes).
SELECT count(*) AS items, coalesce(sum(pg_column_size(alerts.*)), 0)::bigint AS bytes
FROM ops.alerts
WHERE raised_at < date_trunc('month', now(), 'UTC') - make_interval(months => %(months)s)
