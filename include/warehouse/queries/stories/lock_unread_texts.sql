-- Those of some texts that are to be read still, with the independent text each counts as.
-- Locked; those another worker has are left to it.
SELECT text_id, coalesce(copy_of, text_id) AS root_text_id
FROM core.texts
WHERE text_id = ANY (%(text_ids)s)
  AND fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id)
ORDER BY text_id
FOR UPDATE SKIP LOCKED
