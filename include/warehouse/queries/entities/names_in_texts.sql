-- The names in some texts: (text_id, names), each as kind:key.
SELECT mentions.text_id, array_agg(DISTINCT entities.kind || ':' || entities.name_key) AS names
FROM core.mentions
JOIN core.extractions USING (extraction_id)
JOIN core.entities USING (entity_id)
WHERE mentions.text_id = ANY (%(text_ids)s) AND extractions.is_current
GROUP BY mentions.text_id
