-- A run ends, in a state and for a reason, with what it left undone.
UPDATE ops.runs SET finished_at = now(), state = %(state)s, state_reason = %(reason)s,
    work_left = %(work_left)s
WHERE run_id = %(run_id)s
