-- Runs since an instant that failed, or whose process died.
SELECT run_id, flow, state, state_reason, started_at
FROM ops.runs
WHERE state IN ('failed', 'interrupted') AND started_at >= %(since)s
ORDER BY started_at
