-- Alerts that are to be sent now: raised lately or tried before, and not given up.
SELECT alert_id, kind, subject, dedup_key, sentence, url, query, evidence, raised_at, channel, tries
FROM ops.alerts
WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= now()
  AND (tries > 0 OR raised_at >= now() - make_interval(secs => %(hours)s * 3600))
  AND kind = ANY (%(kinds)s::text[])
ORDER BY alert_id
LIMIT %(most)s
