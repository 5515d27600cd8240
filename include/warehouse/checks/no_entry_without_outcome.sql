-- level: fail
-- what: every entry can say what became of it.
SELECT entry_key, feed_id, entry_id
FROM core.entries
LEFT JOIN core.pages USING (page_id)
WHERE url_reason IS NULL
  AND (entries.page_id IS NULL
       OR (pages.last_reason IS NULL AND pages.next_fetch_at IS NULL))
