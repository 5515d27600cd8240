-- Rows (article_id, story_id, version_id, reason, score). An article that is there stays.
INSERT INTO core.story_articles (article_id, story_id, version_id, reason, score) VALUES %s
ON CONFLICT (article_id) DO NOTHING
