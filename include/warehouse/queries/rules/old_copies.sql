-- The newest texts whose copies were looked for by other rules: (item, subject, mark). What copies a
-- text that was removed cannot be judged anew.
SELECT text_id AS item, 'copies of text ' || text_id AS subject, %(rules)s AS mark
FROM core.texts
WHERE fingerprinted_at IS NOT NULL AND removed_at IS NULL
  AND compared_by IS DISTINCT FROM %(rules)s
  AND NOT EXISTS (
    SELECT FROM core.texts AS originals
    WHERE originals.text_id = texts.copy_of AND originals.removed_at IS NOT NULL
)
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'renew_rows' AND tries.subject = 'copies of text ' || text_id
      AND tries.mark = %(rules)s
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
ORDER BY text_id DESC
LIMIT %(most)s
