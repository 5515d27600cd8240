-- Articles to be grouped by another text than before, or for the first time, whose text has
-- been read: with the independent text it counts as, and the one it counted as before.
-- Articles in doubt are in no story.
SELECT articles.article_id, coalesce(texts.copy_of, texts.text_id) AS root_text_id,
       story_articles.text_id AS old_root_text_id,
       versions.published_at IS NULL AS is_undated
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.texts ON texts.text_id = versions.text_id
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id
WHERE articles.grouped_version_id IS DISTINCT FROM articles.version_id
  AND texts.fingerprinted_at IS NOT NULL
  AND versions.doubt IS NULL
ORDER BY articles.article_id
LIMIT %(most)s
