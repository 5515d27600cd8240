-- Names in their texts: (entity_id, text_id, root, story_id, month, beside),
-- the words around people's full names in beside. Of a name in very many texts those with
-- the smallest hashes stand for the others: a choice that no order of loading changes.
SELECT entity_id, chosen.text_id, chosen.root, chosen.month,
       (
           SELECT min(story_articles.story_id)
           FROM core.article_versions AS versions
           JOIN core.story_articles USING (article_id)
           WHERE versions.text_id = chosen.text_id
       ) AS story_id,
       CASE WHEN chosen.kind = 'person' THEN ARRAY(
           SELECT ARRAY[
               substr(texts.body, greatest(1, mentions.start_char - 59), least(60, mentions.start_char)),
               substr(texts.body, mentions.end_char + 1, 60)
           ]
           FROM core.mentions
           WHERE mentions.extraction_id = chosen.extraction_id
             AND mentions.entity_id = chosen.entity_id AND mentions.text LIKE '%% %%'
           ORDER BY mentions.start_char
           LIMIT 3
       ) END AS beside
FROM (
    SELECT entity_id, entities.kind, extractions.extraction_id, texts.text_id,
           coalesce(texts.copy_of, texts.text_id) AS root,
           (extract(year FROM reference_at AT TIME ZONE 'UTC') * 12
            + extract(month FROM reference_at AT TIME ZONE 'UTC'))::integer AS month,
           row_number() OVER (PARTITION BY entity_id ORDER BY texts.sha256) AS place
    FROM (
        SELECT DISTINCT entity_id, extraction_id FROM core.mentions
        WHERE entity_id = ANY (%(entity_ids)s)
    ) AS named
    JOIN core.entities USING (entity_id)
    JOIN core.extractions USING (extraction_id)
    JOIN core.texts USING (text_id)
    WHERE extractions.is_current
) AS chosen
JOIN core.texts ON texts.text_id = chosen.text_id
WHERE chosen.place <= %(most)s
