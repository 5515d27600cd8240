-- New entries that repeat one which this document no longer lists, under another identifier:
-- same page, same title. They point to it from now on: (entry_sha256).
UPDATE core.entries SET same_as = earlier.entry_key
FROM core.entries AS fresh
CROSS JOIN LATERAL (
    SELECT coalesce(old.same_as, old.entry_key) AS entry_key FROM core.entries AS old
    WHERE old.page_id = fresh.page_id AND old.feed_id = fresh.feed_id
      AND old.entry_key < fresh.entry_key
      AND NOT old.entry_sha256 = ANY (%(listed)s)
      AND lower(old.title) = lower(fresh.title)
    ORDER BY old.entry_key LIMIT 1
) AS earlier
WHERE fresh.feed_id = %(feed_id)s AND fresh.entry_sha256 = ANY (%(keys)s) AND fresh.title <> ''
  AND entries.entry_key = fresh.entry_key
RETURNING entries.entry_sha256
