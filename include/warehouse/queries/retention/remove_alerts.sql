-- Alerts of months that lie more than so many whole months back go.
DELETE FROM ops.alerts
WHERE raised_at < date_trunc('month', now(), 'UTC') - make_interval(months => %(months)s)
