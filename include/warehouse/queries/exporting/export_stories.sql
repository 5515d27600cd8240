-- Stories first seen on one day, as they stand now.
SELECT *
FROM mart.stories
WHERE story_id IN (
    SELECT story_id FROM core.stories
    WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
)
ORDER BY story_id
