-- Rows (url, canonical_url, url_sha256, publisher_id, host) -> (url_sha256, page_id) of new ones.
INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host)
VALUES %s
ON CONFLICT (url_sha256) DO NOTHING
RETURNING url_sha256, page_id
