-- Passages of these articles that their publishers have in three stories and more, and never were boilerplate before. Articles that had them already are read again.
WITH fresh AS (
    SELECT DISTINCT passages.publisher_id, one.key
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (version_id)
    JOIN core.text_passages AS passages
        ON passages.text_id = versions.text_id AND passages.publisher_id = known.publisher_id
    CROSS JOIN LATERAL unnest(passages.keys) AS one (key)
    WHERE known.article_id = ANY (%(article_ids)s)
      AND NOT EXISTS (
          SELECT FROM core.boilerplate
          WHERE boilerplate.publisher_id = passages.publisher_id AND boilerplate.key = one.key)
),
held AS MATERIALIZED (
    SELECT fresh.publisher_id, fresh.key, known.article_id,
           coalesce(known.story_id::text, known.root_text_id::text) AS story
    FROM fresh
    JOIN core.text_passages AS passages
        ON passages.keys @> ARRAY[fresh.key] AND passages.publisher_id = fresh.publisher_id
    JOIN core.article_versions AS versions ON versions.text_id = passages.text_id
    JOIN core.summarized_articles AS known
        ON known.version_id = versions.version_id AND known.publisher_id = fresh.publisher_id
),
found AS (
    INSERT INTO core.boilerplate (publisher_id, key, stories)
    SELECT publisher_id, key, count(DISTINCT story) FROM held
    GROUP BY publisher_id, key HAVING count(DISTINCT story) >= 3
    ON CONFLICT DO NOTHING
    RETURNING publisher_id, key
)
UPDATE core.summarized_articles SET made_by = ''
WHERE article_id IN (SELECT held.article_id FROM held JOIN found USING (publisher_id, key))
  AND article_id <> ALL (%(article_ids)s)
