-- A run begins; beginning it again (a retried task) changes nothing.
INSERT INTO ops.runs (run_id, kind, version) VALUES (%(run_id)s, %(kind)s, %(version)s)
ON CONFLICT (run_id) DO NOTHING
