-- level: warn
-- what: every article belongs to a story.
SELECT article_id, canonical_url
FROM core.articles
WHERE version_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM core.story_articles WHERE story_articles.article_id = articles.article_id)
