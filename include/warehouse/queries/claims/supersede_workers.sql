-- Earlier tries of a worker's task hold nothing any more, dead or not.
UPDATE ops.workers SET superseded_at = clock_timestamp()
WHERE run_id = %(run_id)s AND task = %(task)s AND map_index = %(map_index)s
  AND worker_id < %(worker_id)s AND superseded_at IS NULL
