-- The newest texts read for stories by other rules: (item, subject, mark).
SELECT grouped_texts.text_id AS item, 'story of text ' || grouped_texts.text_id AS subject,
       %(rules)s AS mark
FROM core.grouped_texts
WHERE read_by IS DISTINCT FROM %(rules)s
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'renew_rows' AND tries.subject = 'story of text ' || grouped_texts.text_id
      AND tries.mark = %(rules)s
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
ORDER BY published_at DESC, text_id DESC
LIMIT %(most)s
