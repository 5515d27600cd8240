-- level: fail
-- what: every item that this run chose has an outcome.
SELECT stage, items, oldest FROM mart.unfinished WHERE run_id = %(run_id)s
