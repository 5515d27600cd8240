-- What a check found.
INSERT INTO ops.checks
    (run_id, check_name, level, looked_at, result, offending, sample, detail, elapsed_ms)
VALUES (%(run_id)s, %(check_name)s, %(level)s, %(looked_at)s, %(result)s, %(offending)s,
    %(sample)s, %(detail)s, %(elapsed_ms)s)
