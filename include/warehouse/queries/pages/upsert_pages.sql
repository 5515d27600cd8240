-- Rows (url, canonical_url, url_sha256, publisher_id, host) of pages that are wanted. Known
-- ones stay as they are, but one that was only imported so far becomes due.
INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host)
VALUES %s
ON CONFLICT (url_sha256) DO UPDATE SET next_fetch_at = now()
    WHERE pages.next_fetch_at IS NULL AND pages.checks = 0 AND pages.attempts = 0
      AND pages.body_sha256 IS NOT NULL
