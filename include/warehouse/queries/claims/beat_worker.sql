-- A worker lives, in the session that asks. No row: another took its place.
UPDATE ops.workers
SET beat_at = clock_timestamp(), backend_pid = session.pid, backend_start = session.backend_start
FROM pg_stat_activity AS session
WHERE session.pid = pg_backend_pid() AND worker_id = %(worker_id)s AND superseded_at IS NULL
