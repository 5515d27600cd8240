-- Texts whose copies have not been looked for: (subject, mark, tries). Those in quarantine, or that
-- failed in this run, are left alone; those that failed before come last.
SELECT texts.text_id::text AS subject, texts.text_id, %(rules)s AS mark,
       coalesce(tries.tries, 0) AS tries
FROM core.texts
LEFT JOIN ops.tries
    ON tries.stage = 'fingerprint_texts' AND tries.subject = texts.text_id::text
    AND tries.mark = %(rules)s
WHERE texts.fingerprinted_at IS NULL
  AND tries.quarantined_at IS NULL AND tries.run_id IS DISTINCT FROM %(run_id)s
ORDER BY coalesce(tries.tries, 0), texts.text_id
LIMIT %(most)s
