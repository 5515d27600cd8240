-- A worker ends; what it still holds is held by nobody, and its run still answers for it.
DELETE FROM ops.workers WHERE worker_id = %(worker_id)s
