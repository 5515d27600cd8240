-- A run ends.
UPDATE ops.runs SET finished_at = now() WHERE run_id = %(run_id)s
