-- One statement of these quotes -> statement_id. An id given keeps its number.
WITH carried AS (
    SELECT quotes.quote_id, coalesce(texts.copy_of, texts.text_id) AS independent_text_id,
           articles.article_id,
           coalesce(versions.published_at, articles.first_seen_at) AS published_at
    FROM core.quotes
    JOIN core.texts USING (text_id)
    LEFT JOIN core.article_versions AS versions ON versions.text_id = quotes.text_id
    LEFT JOIN core.articles AS articles ON articles.article_id = versions.article_id
    WHERE quotes.quote_id = ANY(%(quote_ids)s)
), first AS (
    SELECT article_id, published_at FROM carried WHERE article_id IS NOT NULL
    ORDER BY published_at, article_id LIMIT 1
)
INSERT INTO core.statements (statement_id, text, canonical_quote_id, speaker_entity_id,
    first_article_id, first_published_at, quotes, texts)
OVERRIDING SYSTEM VALUE
SELECT coalesce(%(statement_id)s, nextval(pg_get_serial_sequence('core.statements', 'statement_id'))),
       %(text)s, %(canonical_quote_id)s, %(speaker_id)s,
       (SELECT article_id FROM first), (SELECT published_at FROM first),
       count(DISTINCT quote_id), count(DISTINCT independent_text_id)
FROM carried
RETURNING statement_id
