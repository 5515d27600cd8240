-- level: warn
-- what: every article without doubt belongs to a story.
SELECT article_id, canonical_url
FROM core.articles
JOIN core.article_versions USING (article_id, version_id)
WHERE doubt IS NULL
  AND NOT EXISTS (SELECT FROM core.story_articles WHERE story_articles.article_id = articles.article_id)
