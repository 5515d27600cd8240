-- An article takes the present normal form of its URL.
UPDATE core.articles SET canonical_url = %(canonical_url)s, url_sha256 = %(url_sha256)s
WHERE article_id = %(article_id)s
