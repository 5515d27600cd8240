-- Articles first seen on one day, with their texts as far as they may be shown.
SELECT *
FROM mart.articles
WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
ORDER BY article_id
