-- Texts to read for grouping, new or counting as another text than before, with the independent
-- text each counts as (subject, mark, tries). Where that one failed in this run, or is in
-- quarantine, they are left alone.
SELECT texts.text_id, 'text ' || coalesce(texts.copy_of, texts.text_id) AS subject,
       %(rules)s AS mark, coalesce(tries.tries, 0) AS tries
FROM core.texts
LEFT JOIN ops.tries
    ON tries.stage = 'group_stories' AND tries.mark = %(rules)s
    AND tries.subject = 'text ' || coalesce(texts.copy_of, texts.text_id)
WHERE fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id)
  AND tries.quarantined_at IS NULL AND tries.run_id IS DISTINCT FROM %(run_id)s
ORDER BY coalesce(tries.tries, 0), texts.text_id
LIMIT %(most)s
