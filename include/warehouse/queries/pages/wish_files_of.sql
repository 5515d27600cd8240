-- Files in which sites state their wishes, as last read within a day.
SELECT url, http_status, body, fetched_at FROM ops.wish_files
WHERE url = ANY (%(urls)s) AND fetched_at > now() - interval '24 hours'
