-- Quotes in the articles first seen on one day.
SELECT quote_id, article_id, speaker, speaker_text, speaker_entity_id, quote, kind, cue,
       confidence, sentence, publisher, published_at, story_id, url, is_copy, text_id, start_char,
       end_char
FROM mart.quotes
WHERE article_id IN (
    SELECT article_id FROM core.articles
    WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
)
ORDER BY article_id, start_char, quote_id
