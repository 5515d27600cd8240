-- The newest texts whose present facts are by other rules: (item, subject, mark).
SELECT texts.text_id AS item, 'facts of text ' || texts.text_id AS subject,
       coalesce(present.config_hash, %(other)s) AS mark
FROM core.texts
JOIN core.extractions ON extractions.text_id = texts.text_id AND extractions.is_current
LEFT JOIN unnest(%(languages)s::text[], %(hashes)s::text[]) AS present (language, config_hash)
    ON present.language = texts.language
WHERE NOT texts.is_renewed AND texts.removed_at IS NULL
  AND extractions.config_hash <> coalesce(present.config_hash, %(other)s)
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'renew_rows' AND tries.subject = 'facts of text ' || texts.text_id
      AND tries.mark = coalesce(present.config_hash, %(other)s)
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
ORDER BY texts.text_id DESC
LIMIT %(most)s
