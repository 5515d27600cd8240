-- Claims of a worker stay its own until this transaction ends: (subject) of those it still held.
SELECT subject FROM ops.claims
WHERE stage = %(stage)s AND worker_id = %(worker_id)s AND subject = ANY (%(subjects)s)
ORDER BY subject
FOR UPDATE
