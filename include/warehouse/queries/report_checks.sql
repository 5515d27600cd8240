-- The checks of a run, as last run.
SELECT DISTINCT ON (check_name) check_name, level, offending
FROM ops.check_results
WHERE run_id = %(run_id)s
ORDER BY check_name, checked_at DESC
