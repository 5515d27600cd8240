-- The import that a worker has taken: (subject, position).
SELECT claims.subject, imports.position
FROM ops.claims JOIN ops.imports ON imports.url = claims.subject
WHERE claims.stage = %(stage)s AND claims.worker_id = %(worker_id)s
  AND imports.url = %(url)s AND state <> 'done'
