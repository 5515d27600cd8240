-- Texts to read for grouping, new or counting as another text than before, with the
-- independent text each counts as. Locked; those another worker has are left to it.
SELECT text_id, coalesce(copy_of, text_id) AS root_text_id
FROM core.texts
WHERE fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id)
ORDER BY text_id
LIMIT %(most)s
FOR UPDATE SKIP LOCKED
