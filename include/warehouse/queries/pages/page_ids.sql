-- (url_sha256, page_id) of the pages that are there.
SELECT url_sha256, page_id FROM core.pages WHERE url_sha256 = ANY (%(keys)s)
