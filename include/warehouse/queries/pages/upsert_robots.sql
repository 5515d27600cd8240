-- Rows (host, http_status, body, fetched_at): robots.txt as just read.
INSERT INTO ops.robots (host, http_status, body, fetched_at) VALUES %s
ON CONFLICT (host) DO UPDATE SET
    http_status = EXCLUDED.http_status, body = EXCLUDED.body, fetched_at = EXCLUDED.fetched_at
