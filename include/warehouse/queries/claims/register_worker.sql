-- A worker begins: (worker_id). Its session is the one that asks.
INSERT INTO ops.workers
    (run_id, stage, task, map_index, try_number, host, pid, backend_pid, backend_start)
SELECT %(run_id)s, %(stage)s, %(task)s, %(map_index)s, %(try_number)s, %(host)s, %(pid)s,
       session.pid, session.backend_start
FROM pg_stat_activity AS session WHERE session.pid = pg_backend_pid()
RETURNING worker_id
