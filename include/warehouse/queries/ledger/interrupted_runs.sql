-- Runs of a flow that never ended though nobody works for them any more: (run_id).
SELECT run_id FROM ops.runs
WHERE flow = %(flow)s AND state = 'running' AND run_id <> %(run_id)s
  AND run_id NOT IN (SELECT run_id FROM ops.live_workers())
ORDER BY started_at
FOR UPDATE
