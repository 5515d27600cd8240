-- Items of a run by stage, status and reason.
SELECT stage, status, reason, sum(items)::integer AS items
FROM ops.outcomes
WHERE run_id = %(run_id)s
GROUP BY stage, status, reason
ORDER BY stage, status, reason
