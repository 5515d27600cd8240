-- A run that died is said to be over.
UPDATE ops.runs SET state = 'interrupted', state_reason = %(reason)s, work_left = %(work_left)s
WHERE run_id = %(run_id)s
