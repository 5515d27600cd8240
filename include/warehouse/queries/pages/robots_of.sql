-- robots.txt of some sites, as last read within a day.
SELECT host, http_status, body, fetched_at FROM ops.robots
WHERE host = ANY (%(hosts)s) AND fetched_at > now() - interval '24 hours'
