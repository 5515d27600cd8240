-- Whether a text waits to be read for grouping, beside those that are left alone.
SELECT FROM core.texts
WHERE fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id)
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'group_stories' AND tries.mark = %(rules)s
      AND tries.subject = 'text ' || coalesce(texts.copy_of, texts.text_id)
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
LIMIT 1
