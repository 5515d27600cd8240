-- Numbers that are reported, with the sentence, the article, the publisher and the story.
CREATE VIEW mart.figures AS
SELECT figures.figure_id,
       figures.what,
       figures.low,
       figures.high,
       figures.bound,
       figures.unit,
       figures.text AS figure,
       figures.place_text AS place,
       figures.attributed_to,
       figures.confidence,
       mart.sentence(articles.body, figures.start_char, figures.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.is_copy,
       figures.text_id,
       figures.start_char,
       figures.end_char
FROM core.figures
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = figures.text_id
WHERE extractions.is_current;
COMMENT ON VIEW mart.figures IS 'One row a figure and article that carries it.';
COMMENT ON COLUMN mart.figures.figure_id IS 'Number of the figure.';
COMMENT ON COLUMN mart.figures.what IS 'What is counted.';
COMMENT ON COLUMN mart.figures.low IS 'Least value; null where there is no lower bound.';
COMMENT ON COLUMN mart.figures.high IS 'Greatest value; null where there is no upper bound.';
COMMENT ON COLUMN mart.figures.bound IS 'exact, at_least, at_most, about or between.';
COMMENT ON COLUMN mart.figures.unit IS 'person, an ISO 4217 code, percent, fraction or a noun.';
COMMENT ON COLUMN mart.figures.figure IS 'The figure as written.';
COMMENT ON COLUMN mart.figures.place IS 'The place the sentence gives for it.';
COMMENT ON COLUMN mart.figures.attributed_to IS 'To whom the sentence attributes it.';
COMMENT ON COLUMN mart.figures.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.figures.sentence IS 'The sentence it stands in.';
COMMENT ON COLUMN mart.figures.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.figures.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.figures.published_at IS 'When.';
COMMENT ON COLUMN mart.figures.story_id IS 'The story.';
COMMENT ON COLUMN mart.figures.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.figures.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.figures.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.figures.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.figures.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.figures.end_char IS 'Where it ends, exclusive.';
