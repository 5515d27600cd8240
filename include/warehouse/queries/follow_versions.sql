-- An article whose words changed stays in its story; the row follows its newest version.
UPDATE core.story_articles SET version_id = articles.version_id
FROM core.articles
WHERE articles.article_id = story_articles.article_id
  AND articles.version_id IS DISTINCT FROM story_articles.version_id
RETURNING articles.article_id
