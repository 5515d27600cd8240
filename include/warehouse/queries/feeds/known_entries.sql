-- What we know of a feed's entries, by hash of their ids: (entry_sha256, content_sha256).
SELECT entry_sha256, content_sha256
FROM core.entries
WHERE feed_id = %(feed_id)s AND entry_sha256 = ANY (%(keys)s)
