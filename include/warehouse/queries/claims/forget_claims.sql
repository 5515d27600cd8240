-- Claims of a worker on what has been done by others since are no claims: none but `subjects` stay.
DELETE FROM ops.claims
WHERE stage = %(stage)s AND worker_id = %(worker_id)s AND NOT subject = ANY (%(subjects)s)
