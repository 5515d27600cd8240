-- Rows (text_id, published_at, first_article_id, terms, names, read_by): texts that wait to be placed.
-- A text keeps its story; a new one takes that of its first article, or of its copies that
-- were grouped before it came.
INSERT INTO core.grouped_texts (text_id, published_at, first_article_id, terms, names, story_id, read_by)
SELECT read.text_id, read.published_at, read.first_article_id, read.terms, read.names,
       coalesce(
           (SELECT story_id FROM core.story_articles WHERE article_id = read.first_article_id),
           (SELECT story_articles.story_id
            FROM core.texts
            JOIN core.story_articles ON story_articles.text_id = texts.text_id
            WHERE texts.copy_of = read.text_id
            ORDER BY story_articles.grouped_at, story_articles.article_id
            LIMIT 1)
       ),
       read.read_by
FROM (VALUES %s) AS read (text_id, published_at, first_article_id, terms, names, read_by)
ON CONFLICT (text_id) DO UPDATE SET
    published_at = EXCLUDED.published_at,
    first_article_id = EXCLUDED.first_article_id,
    terms = EXCLUDED.terms,
    names = EXCLUDED.names,
    read_by = EXCLUDED.read_by,
    placed_among = NULL
