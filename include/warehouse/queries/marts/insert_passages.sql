-- What passages of these articles' texts are found by.
INSERT INTO core.text_passages (publisher_id, text_id, keys)
SELECT DISTINCT ON (versions.text_id, known.publisher_id)
       known.publisher_id, versions.text_id,
       ARRAY(SELECT DISTINCT key FROM core.passages_of(texts.body) ORDER BY key)
FROM core.summarized_articles AS known
JOIN core.article_versions AS versions USING (version_id)
JOIN core.texts USING (text_id)
WHERE known.article_id = ANY (%(article_ids)s) AND texts.body IS NOT NULL
ON CONFLICT (text_id, publisher_id) DO UPDATE SET keys = EXCLUDED.keys
