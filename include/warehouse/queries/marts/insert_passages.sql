-- What passages of these articles' texts are found by: those at the edges, where nearly all boilerplate stands.
WITH own AS MATERIALIZED (
    SELECT DISTINCT known.publisher_id, versions.text_id
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (version_id)
    WHERE known.article_id = ANY (%(article_ids)s)
)
INSERT INTO core.text_passages (publisher_id, key, text_id)
SELECT DISTINCT own.publisher_id, edges.key, own.text_id
FROM own
JOIN core.texts USING (text_id)
CROSS JOIN LATERAL (
    SELECT key,
           row_number() OVER (ORDER BY start_char) AS nth,
           row_number() OVER (ORDER BY start_char DESC) AS nth_last
    FROM core.passages_of(texts.body)
) AS edges
WHERE texts.body IS NOT NULL AND (edges.nth <= 3 OR edges.nth_last <= 8)
ON CONFLICT DO NOTHING
