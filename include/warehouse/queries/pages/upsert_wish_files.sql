-- Rows (url, http_status, body, fetched_at): files in which sites state their wishes, as just read.
INSERT INTO ops.wish_files (url, http_status, body, fetched_at) VALUES %s
ON CONFLICT (url) DO UPDATE SET
    http_status = EXCLUDED.http_status, body = EXCLUDED.body, fetched_at = EXCLUDED.fetched_at
