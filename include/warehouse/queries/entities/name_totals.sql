-- How names are written: (entity_id, spelling, texts), independent texts that write it so;
-- the row without a spelling counts all of the name's.
SELECT entity_id, mentions.text AS spelling,
       count(DISTINCT coalesce(texts.copy_of, texts.text_id)) AS texts
FROM core.mentions
JOIN core.extractions USING (extraction_id)
JOIN core.texts ON texts.text_id = mentions.text_id
WHERE entity_id = ANY (%(entity_ids)s) AND extractions.is_current
GROUP BY GROUPING SETS ((entity_id), (entity_id, mentions.text))
