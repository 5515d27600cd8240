-- What a run chose and has no outcome of: (stage, items, oldest).
SELECT stage, items, oldest FROM mart.unfinished WHERE run_id = %(run_id)s ORDER BY stage
