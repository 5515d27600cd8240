-- The stories reported by most independent texts.
SELECT story_id, label, articles, independent_texts, publishers
FROM mart.stories
ORDER BY independent_texts DESC, articles DESC, last_published_at DESC
LIMIT 8
