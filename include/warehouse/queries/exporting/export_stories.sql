-- Stories first seen on one day, as they stand now.
SELECT story_id, label, articles, independent_texts, publishers, languages, first_published_at,
       last_published_at, lead_article_id
FROM mart.stories
WHERE story_id IN (
    SELECT story_id FROM core.stories
    WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
)
ORDER BY story_id
