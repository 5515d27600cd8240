-- Pages of a feed's edited entries are looked at again now, if they have been fetched before.
UPDATE core.pages SET next_fetch_at = now(), ladder = 0
FROM core.entries
WHERE entries.feed_id = %(feed_id)s AND entries.entry_sha256 = ANY (%(keys)s)
  AND pages.page_id = entries.page_id AND pages.fetched_at IS NOT NULL
