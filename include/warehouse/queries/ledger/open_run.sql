-- A run begins; beginning it again (a retried task) changes nothing.
INSERT INTO ops.runs (run_id, kind, version, flow)
VALUES (%(run_id)s, %(kind)s, %(version)s, %(flow)s)
ON CONFLICT (run_id) DO NOTHING
