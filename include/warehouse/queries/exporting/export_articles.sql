-- Articles first seen on one day, with their texts as far as they may be shown.
SELECT article_id, url, publisher, publisher_country, title, authors, credit, published_at,
       published_from, updated_at, language, section, words, version, story_id, is_copy, text_id,
       independent_text_id, version_id, first_seen_at, gone_at, body
FROM mart.articles
WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
ORDER BY article_id
