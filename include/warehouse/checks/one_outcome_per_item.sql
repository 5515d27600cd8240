-- level: fail
-- what: each item has one outcome per stage and try: in a run, the last is what became of it.
-- What a transaction did bears its instant; a task that is run again tells of its items again.
SELECT run_id, stage, subject_kind, subject, recorded_at, count(*) AS outcomes
FROM ops.outcomes
WHERE run_id = %(run_id)s AND items = 1
  AND NOT (stage = 'read_entries' AND subject_kind = 'feed')
GROUP BY run_id, stage, subject_kind, subject, recorded_at
HAVING count(*) > 1
