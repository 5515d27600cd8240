-- level: warn
-- what: feeds that have failed several times in a row.
SELECT feed_id, url, failures, last_reason
FROM core.feeds
WHERE is_listed AND stopped_at IS NULL AND failures >= 3
