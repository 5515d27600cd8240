-- A new article: (article_id), or no row if another worker has just stored it.
INSERT INTO core.articles (canonical_url, url_sha256, publisher_id)
VALUES (%(canonical_url)s, %(url_sha256)s, %(publisher_id)s)
ON CONFLICT (url_sha256) DO NOTHING
RETURNING article_id
