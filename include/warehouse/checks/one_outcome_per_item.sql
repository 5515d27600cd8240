-- level: fail
-- what: each item has exactly one outcome per stage and run.
SELECT run_id, stage, subject_kind, subject, count(*) AS outcomes
FROM ops.outcomes
WHERE run_id = %(run_id)s AND items = 1
  AND NOT (stage = 'read_entries' AND subject_kind = 'feed')
GROUP BY run_id, stage, subject_kind, subject
HAVING count(*) > 1
