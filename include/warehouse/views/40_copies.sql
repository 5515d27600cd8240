-- Who copied whom, after how long, from which agency, and what was added and cut.
CREATE VIEW mart.copies AS
SELECT copies.title AS copy_title,
       copies.publisher AS copied_by,
       copies.published_at AS copied_at,
       originals.title AS original_title,
       originals.publisher AS original_publisher,
       originals.published_at AS original_at,
       copies.published_at - originals.published_at AS lag,
       coalesce(texts.agency, copies.credit, original_texts.agency, originals.credit) AS agency,
       CASE WHEN copies.text_id = originals.text_id THEN 1 ELSE texts.copy_score END AS score,
       CASE WHEN copies.text_id = originals.text_id THEN 'same text' ELSE texts.copy_reason END AS reason,
       CASE WHEN copies.text_id = originals.text_id THEN 0 ELSE changes.added_words END AS added_words,
       CASE WHEN copies.text_id = originals.text_id THEN 0 ELSE changes.cut_words END AS cut_words,
       -- Words of a text are shown where the text is.
       CASE WHEN copies.body IS NOT NULL THEN changes.added END AS added,
       CASE WHEN originals.body IS NOT NULL THEN changes.cut END AS cut,
       copies.title IS DISTINCT FROM originals.title AS has_other_title,
       copies.story_id,
       copies.article_id AS copy_article_id,
       originals.article_id AS original_article_id
FROM mart.articles AS copies
JOIN core.texts ON texts.text_id = copies.text_id
CROSS JOIN LATERAL (
    SELECT * FROM mart.articles AS candidates
    WHERE candidates.independent_text_id = copies.independent_text_id
      AND candidates.article_id <> copies.article_id AND NOT candidates.is_copy
    ORDER BY candidates.published_at NULLS LAST, candidates.article_id
    LIMIT 1
) AS originals
JOIN core.texts AS original_texts ON original_texts.text_id = originals.text_id
LEFT JOIN core.copy_changes AS changes ON changes.text_id = copies.text_id
WHERE copies.is_copy;
COMMENT ON VIEW mart.copies IS 'One row an article whose text another article had before.';
COMMENT ON COLUMN mart.copies.copy_title IS 'Headline of the copy.';
COMMENT ON COLUMN mart.copies.copied_by IS 'Who published the copy.';
COMMENT ON COLUMN mart.copies.copied_at IS 'When.';
COMMENT ON COLUMN mart.copies.original_title IS 'Headline of the earliest article with the text.';
COMMENT ON COLUMN mart.copies.original_publisher IS 'Who published that.';
COMMENT ON COLUMN mart.copies.original_at IS 'When.';
COMMENT ON COLUMN mart.copies.lag IS 'How much later the copy came.';
COMMENT ON COLUMN mart.copies.agency IS 'News agency credited in the copy''s text or byline, else in the original''s: who wrote it, where nobody we read published it first.';
COMMENT ON COLUMN mart.copies.score IS 'Share of the shorter text''s words that lie in a sequence of five which the other has.';
COMMENT ON COLUMN mart.copies.reason IS 'How it was recognised.';
COMMENT ON COLUMN mart.copies.added_words IS 'Words of the copy that the original does not have in such a sequence.';
COMMENT ON COLUMN mart.copies.cut_words IS 'Words of the original that the copy does not have in such a sequence.';
COMMENT ON COLUMN mart.copies.added IS 'Passages added, of six words and more, the first twenty; null where the copy''s text is withheld.';
COMMENT ON COLUMN mart.copies.cut IS 'Passages cut, likewise; null where the original''s text is withheld.';
COMMENT ON COLUMN mart.copies.has_other_title IS 'Whether its headline differs.';
COMMENT ON COLUMN mart.copies.story_id IS 'The story.';
COMMENT ON COLUMN mart.copies.copy_article_id IS 'Number of the copy.';
COMMENT ON COLUMN mart.copies.original_article_id IS 'Number of the earliest article.';
