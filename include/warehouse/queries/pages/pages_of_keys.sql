-- (page_id, url, url_sha256) of the pages that are there under these keys.
SELECT page_id, url, url_sha256 FROM core.pages WHERE url_sha256 = ANY (%(keys)s)
