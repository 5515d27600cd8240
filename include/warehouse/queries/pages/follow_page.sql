-- An article is gone while its page is: it keeps its versions, and may come back.
UPDATE core.articles SET gone_at = pages.gone_at
FROM core.pages
WHERE pages.page_id = %(page_id)s AND articles.article_id = pages.article_id
  AND articles.gone_at IS DISTINCT FROM pages.gone_at
