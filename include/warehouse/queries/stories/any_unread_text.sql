-- Whether a text waits to be read for grouping.
SELECT FROM core.texts
WHERE fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id)
LIMIT 1
