-- Texts with what grouping looks at: body, names, places, figures of people.
SELECT texts.text_id, texts.body,
       ARRAY(
           SELECT DISTINCT entities.name
           FROM core.mentions
           JOIN core.extractions USING (extraction_id)
           JOIN core.entities USING (entity_id)
           WHERE extractions.is_current AND mentions.text_id = texts.text_id
             AND entities.kind IN ('person', 'organisation', 'event')
           ORDER BY 1
       ) AS entities,
       ARRAY(
           SELECT DISTINCT places.name
           FROM core.places
           JOIN core.extractions USING (extraction_id)
           WHERE extractions.is_current AND places.text_id = texts.text_id
           ORDER BY 1
       ) AS places,
       ARRAY(
           SELECT DISTINCT figures.what || ' ' || coalesce(figures.low, figures.high)::text
           FROM core.figures
           JOIN core.extractions USING (extraction_id)
           WHERE extractions.is_current AND figures.text_id = texts.text_id
             AND figures.unit = 'person' AND figures.status = 'actual'
           ORDER BY 1
       ) AS figures
FROM core.texts
WHERE texts.text_id = ANY (%(text_ids)s)
