-- What body is kept of pages that are there: (url_sha256, body_sha256, fetched_at).
SELECT url_sha256, body_sha256, fetched_at FROM core.pages WHERE url_sha256 = ANY (%(keys)s)
