-- Hosts with due feeds and how many: (host, feeds).
SELECT host, count(*) AS feeds
FROM core.feeds
WHERE is_listed AND stopped_at IS NULL AND merged_into IS NULL
  AND (next_poll_at <= now() OR %(poll_all)s)
  AND (claimed_until IS NULL OR claimed_until < now())
GROUP BY host
ORDER BY host
