-- Where places lie: (entity_id, geonames_id, texts), independent texts that put it there.
SELECT entity_id, places.geonames_id,
       count(DISTINCT coalesce(texts.copy_of, texts.text_id)) AS texts
FROM core.mentions
JOIN core.extractions USING (extraction_id)
JOIN core.entities USING (entity_id)
JOIN core.texts ON texts.text_id = mentions.text_id
JOIN core.places USING (extraction_id, start_char, end_char)
WHERE entity_id = ANY (%(entity_ids)s) AND extractions.is_current AND entities.kind = 'place'
GROUP BY entity_id, places.geonames_id
