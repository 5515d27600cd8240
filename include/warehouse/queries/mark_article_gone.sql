-- A page that once answered is deleted: its article keeps its versions and is marked.
UPDATE core.articles SET gone_at = now()
FROM core.pages
WHERE pages.page_id = %(page_id)s AND pages.gone_at IS NOT NULL
  AND articles.article_id = pages.article_id AND articles.gone_at IS NULL
