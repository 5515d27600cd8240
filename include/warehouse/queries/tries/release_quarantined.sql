-- Items leave quarantine, of one stage (null: all) and some subjects (null: all): (stage, subject).
DELETE FROM ops.tries
WHERE quarantined_at IS NOT NULL
  AND (%(stage)s::text IS NULL OR stage = %(stage)s)
  AND (%(subjects)s::text[] IS NULL OR subject = ANY (%(subjects)s))
RETURNING stage, subject
