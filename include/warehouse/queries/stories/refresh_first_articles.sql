-- Rows (text_id, published_at, first_article_id): the earliest article of these texts. One
-- that was published at another time than was known is to be placed again: (text_id).
UPDATE core.grouped_texts SET
    first_article_id = found.first_article_id,
    published_at = found.published_at,
    placed_among = CASE WHEN grouped_texts.published_at = found.published_at THEN placed_among END
FROM (VALUES %s) AS found (text_id, published_at, first_article_id)
WHERE grouped_texts.text_id = found.text_id
  AND (grouped_texts.published_at, grouped_texts.first_article_id)
      IS DISTINCT FROM (found.published_at, found.first_article_id)
