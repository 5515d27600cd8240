-- Checks of level fail whose newest result is not good, and since when that is so.
SELECT newest.check_name, newest.run_id, newest.result, newest.offending, newest.sample,
       newest.detail, newest.checked_at, failing.failing_since, passed.at IS NOT NULL AS passed_before
FROM (
    SELECT DISTINCT ON (check_name) *
    FROM ops.checks
    WHERE level = 'fail' AND checked_at >= %(since)s
    ORDER BY check_name, checked_at DESC
) AS newest
CROSS JOIN LATERAL (
    SELECT max(checked_at) AS at FROM ops.checks
    WHERE checks.check_name = newest.check_name AND result = 'passed'
) AS passed
CROSS JOIN LATERAL (
    SELECT min(checked_at) AS failing_since FROM ops.checks
    WHERE checks.check_name = newest.check_name AND result <> 'passed'
      AND checked_at > coalesce(passed.at, '-infinity')
) AS failing
WHERE newest.result <> 'passed'
ORDER BY newest.check_name
