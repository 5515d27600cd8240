-- The newest alerts, of one kind or all, unsent ones or all.
SELECT alert_id, kind, subject, sentence, url, query, raised_at, channel, sent_at, answer, tries,
       given_up_at
FROM ops.alerts
WHERE (%(kind)s::text IS NULL OR kind = %(kind)s) AND (NOT %(unsent)s OR sent_at IS NULL)
ORDER BY alert_id DESC
LIMIT %(most)s
