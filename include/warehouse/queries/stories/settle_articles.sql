-- Articles, as the texts they carry are placed: (article_id, story_id, reason, score, is_new,
-- detail). Those whose text waits to be placed are left.
WITH settled AS (
    SELECT articles.article_id, articles.version_id, placed.story_id, placed.text_id,
           CASE
               WHEN articles.article_id <> placed.first_article_id THEN 'copy'
               WHEN placed.opens_story THEN 'first_of_story'
               ELSE 'same_event'
           END AS reason,
           CASE
               WHEN articles.article_id = placed.first_article_id THEN placed.score
               ELSE coalesce(texts.copy_score, 1)
           END AS score
    FROM core.articles
    JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
    JOIN core.texts ON texts.text_id = versions.text_id
    JOIN core.grouped_texts AS placed ON placed.text_id = coalesce(texts.copy_of, texts.text_id)
    WHERE articles.article_id = ANY (%(article_ids)s) AND placed.placed_among IS NOT NULL
), done AS (
    UPDATE core.articles SET grouped_version_id = settled.version_id
    FROM settled WHERE articles.article_id = settled.article_id
), kept AS (
    SELECT article_id FROM core.story_articles WHERE article_id = ANY (%(article_ids)s)
), stored AS (
    INSERT INTO core.story_articles (article_id, story_id, version_id, text_id, reason, score)
    SELECT article_id, story_id, version_id, text_id, reason, score FROM settled ORDER BY article_id
    ON CONFLICT (article_id) DO UPDATE SET
        story_id = EXCLUDED.story_id, version_id = EXCLUDED.version_id,
        text_id = EXCLUDED.text_id, reason = EXCLUDED.reason, score = EXCLUDED.score,
        grouped_at = now()
)
SELECT article_id, story_id, reason, score, article_id NOT IN (SELECT article_id FROM kept) AS is_new
FROM settled
ORDER BY article_id
