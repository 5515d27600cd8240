-- Times in the articles first seen on one day.
SELECT * FROM mart.times
WHERE article_id IN (
    SELECT article_id FROM core.articles
    WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
)
ORDER BY article_id, start_char, end_char
