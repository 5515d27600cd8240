-- Hosts with pages to fetch and how many: (host, pages).
SELECT host, count(*) AS pages
FROM core.pages
WHERE next_fetch_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
GROUP BY host
ORDER BY host
