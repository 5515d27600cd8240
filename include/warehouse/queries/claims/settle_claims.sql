-- Claims of a worker end, in the transaction of their outcomes: (subject) of those it still held.
DELETE FROM ops.claims
WHERE stage = %(stage)s AND worker_id = %(worker_id)s AND subject = ANY (%(subjects)s)
RETURNING subject
