-- When a run began: (started_at).
SELECT started_at FROM ops.runs WHERE run_id = %(run_id)s
