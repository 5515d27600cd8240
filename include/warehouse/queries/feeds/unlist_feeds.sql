-- Feeds that the list no longer holds are polled no more; their history stays.
UPDATE core.feeds SET is_listed = false
WHERE is_listed AND NOT feed_id = ANY (%(feed_ids)s)
