-- The checks of a run, as last run.
SELECT DISTINCT ON (check_name) check_name, level, result, offending
FROM ops.checks
WHERE run_id = %(run_id)s
ORDER BY check_name, checked_at DESC
