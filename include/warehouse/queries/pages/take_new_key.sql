-- A page known under a former key takes its present one, and so does its article where it had
-- the same key; unless another page or article has that already.
WITH page AS (
    UPDATE core.pages SET canonical_url = %(canonical_url)s, url_sha256 = %(url_sha256)s
    WHERE page_id = %(page_id)s
      AND NOT EXISTS (SELECT FROM core.pages AS other WHERE other.url_sha256 = %(url_sha256)s)
    RETURNING article_id
)
UPDATE core.articles SET canonical_url = %(canonical_url)s, url_sha256 = %(url_sha256)s
FROM page
WHERE articles.article_id = page.article_id AND articles.url_sha256 = %(before)s
  AND NOT EXISTS (SELECT FROM core.articles AS other WHERE other.url_sha256 = %(url_sha256)s)
