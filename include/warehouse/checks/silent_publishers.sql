-- level: warn
-- what: publishers whose feeds are read but have brought nothing new for far longer than is usual.
-- Were entries to come at random at the rate of the last 28 days, a gap of ten times the mean
-- would come about by chance once in 22,000 gaps (e^-10).
WITH entries AS (
    SELECT feeds.publisher_id, entries.first_seen_at
    FROM core.entries
    JOIN core.feeds USING (feed_id)
    WHERE entries.first_seen_at >= now() - interval '28 days' AND same_as IS NULL
), rates AS (
    SELECT publisher_id, count(*) AS entries, max(first_seen_at) AS newest_at,
           greatest(extract(epoch FROM max(first_seen_at) - min(first_seen_at)), 86400)
               / count(*) AS usual_gap_s
    FROM entries
    GROUP BY publisher_id
    HAVING count(*) >= 14 AND max(first_seen_at) - min(first_seen_at) >= interval '3 days'
)
SELECT publishers.name AS publisher, entries, newest_at,
       round(usual_gap_s / 3600, 1) AS usual_gap_hours
FROM rates
JOIN core.publishers USING (publisher_id)
WHERE now() - newest_at > greatest(interval '1 day', make_interval(secs => 10 * usual_gap_s))
  AND EXISTS (
    SELECT FROM core.feeds
    WHERE feeds.publisher_id = rates.publisher_id AND is_listed AND stopped_at IS NULL
      AND failures = 0 AND last_polled_at > newest_at + make_interval(secs => 5 * usual_gap_s)
)
