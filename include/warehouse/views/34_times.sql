-- Times that articles speak of.
CREATE VIEW mart.times AS
SELECT times.value,
       times.type,
       times.mod,
       times.on_day,
       times.text AS mention,
       times.confidence,
       mart.sentence(articles.body, times.start_char, times.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.independent_text_id,
       times.text_id,
       times.start_char,
       times.end_char
FROM core.times
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = times.text_id
WHERE extractions.is_current;
COMMENT ON VIEW mart.times IS 'One row a time expression and article that carries it.';
COMMENT ON COLUMN mart.times.value IS 'ISO 8601 value, as in TIMEX3; null where it cannot be told.';
COMMENT ON COLUMN mart.times.type IS 'DATE, TIME, DURATION or SET.';
COMMENT ON COLUMN mart.times.mod IS 'How fuzzy it is, as in TIMEX3: APPROX, START, END, …; null where it is plain.';
COMMENT ON COLUMN mart.times.on_day IS 'The day, where the value is a day or a time of one.';
COMMENT ON COLUMN mart.times.mention IS 'The time as written.';
COMMENT ON COLUMN mart.times.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.times.sentence IS 'The sentence it stands in.';
COMMENT ON COLUMN mart.times.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.times.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.times.published_at IS 'When.';
COMMENT ON COLUMN mart.times.story_id IS 'The story.';
COMMENT ON COLUMN mart.times.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.times.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.times.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.times.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.times.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.times.end_char IS 'Where it ends, exclusive.';
