-- Words in quotation marks that were not taken for statements, and why.
CREATE VIEW mart.left_out_quotes AS
SELECT left_out.text AS words,
       left_out.reason,
       mart.sentence(articles.body, left_out.start_char, left_out.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.url,
       articles.article_id,
       left_out.text_id,
       left_out.start_char,
       left_out.end_char
FROM core.left_out_quotes AS left_out
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = left_out.text_id
WHERE extractions.is_current;
COMMENT ON VIEW mart.left_out_quotes IS 'One row a quoted stretch that is no statement, and article that carries it.';
COMMENT ON COLUMN mart.left_out_quotes.words IS 'The words with their marks.';
COMMENT ON COLUMN mart.left_out_quotes.reason IS 'title, name, scare_quote or no_cue.';
COMMENT ON COLUMN mart.left_out_quotes.sentence IS 'The sentence they stand in.';
COMMENT ON COLUMN mart.left_out_quotes.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.left_out_quotes.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.left_out_quotes.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.left_out_quotes.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.left_out_quotes.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.left_out_quotes.start_char IS 'Where the marks open, from 0.';
COMMENT ON COLUMN mart.left_out_quotes.end_char IS 'Where they have closed, exclusive.';
