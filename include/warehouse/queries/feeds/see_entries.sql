-- Known, unchanged entries were in the feed again.
UPDATE core.entries SET last_seen_at = now(), sightings = sightings + 1
WHERE feed_id = %(feed_id)s AND entry_sha256 = ANY (%(keys)s)
