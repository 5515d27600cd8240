-- Where in these articles' texts boilerplate stands.
WITH own AS MATERIALIZED (
    SELECT DISTINCT versions.text_id
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (article_id)
    WHERE known.article_id = ANY (%(article_ids)s)
)
INSERT INTO core.boilerplate_spans (text_id, start_char, end_char)
SELECT own.text_id, spans.start_char, spans.end_char
FROM own
JOIN core.texts USING (text_id)
CROSS JOIN LATERAL core.boilerplate_in(own.text_id, texts.body) AS spans
WHERE texts.body IS NOT NULL
ON CONFLICT DO NOTHING
