-- Figures in the articles first seen on one day.
SELECT figure_id, article_id, what, low::double precision, high::double precision, bound,
       unit, figure, place, attributed_to, confidence, sentence, publisher, published_at, story_id, url, is_copy, text_id, start_char,
       end_char
FROM mart.figures
WHERE article_id IN (
    SELECT article_id FROM core.articles
    WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
)
ORDER BY article_id, start_char, figure_id
