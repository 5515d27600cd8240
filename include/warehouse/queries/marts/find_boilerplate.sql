-- Passages of these articles that their publishers have in three stories and more, and that were no boilerplate before. Articles that had them already are read again.
-- By indexes, whatever the statistics say: those of a table that was filled in this transaction say nothing.
SET LOCAL enable_seqscan = off;
WITH fresh AS MATERIALIZED (
    SELECT DISTINCT passages.publisher_id, passages.key
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (version_id)
    JOIN core.text_passages AS passages
        ON passages.text_id = versions.text_id AND passages.publisher_id = known.publisher_id
    WHERE known.article_id = ANY (%(article_ids)s)
      AND NOT EXISTS (
          SELECT FROM core.boilerplate
          WHERE boilerplate.publisher_id = passages.publisher_id AND boilerplate.key = passages.key)
),
repeated AS MATERIALIZED (
    -- Nearly all stand in one text: whether there is a third is looked at first.
    SELECT fresh.publisher_id, fresh.key
    FROM fresh
    CROSS JOIN LATERAL (
        SELECT FROM core.text_passages AS passages
        WHERE passages.publisher_id = fresh.publisher_id AND passages.key = fresh.key
        OFFSET 2 LIMIT 1
    ) AS third
),
held AS MATERIALIZED (
    SELECT repeated.publisher_id, repeated.key, known.article_id,
           coalesce(known.story_id::text, known.root_text_id::text) AS story
    FROM repeated
    JOIN core.text_passages AS passages USING (publisher_id, key)
    JOIN core.article_versions AS versions ON versions.text_id = passages.text_id
    JOIN core.summarized_articles AS known
        ON known.version_id = versions.version_id AND known.publisher_id = repeated.publisher_id
),
repeating AS MATERIALIZED (
    SELECT publisher_id, key, count(DISTINCT story) AS stories, array_agg(DISTINCT article_id) AS articles
    FROM held
    GROUP BY publisher_id, key HAVING count(DISTINCT story) >= 3
),
found AS (
    INSERT INTO core.boilerplate (publisher_id, key, stories)
    SELECT publisher_id, key, stories FROM repeating
    ON CONFLICT DO NOTHING
)
UPDATE core.summarized_articles SET made_by = ''
WHERE article_id IN (SELECT unnest(articles) FROM repeating)
  AND article_id <> ALL (%(article_ids)s);
RESET enable_seqscan
