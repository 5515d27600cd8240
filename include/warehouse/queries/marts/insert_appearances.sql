-- Which names stand in these articles, and which entities they mean there.
INSERT INTO core.appearances (article_id, name_id, entity_id, day, mentions)
SELECT known.article_id,
       mentions.entity_id,
       coalesce(here.into_entity_id, names.canonical_id),
       known.day,
       count(*)
FROM core.summarized_articles AS known
JOIN core.article_versions AS versions USING (version_id)
JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
JOIN core.mentions ON mentions.text_id = versions.text_id
    AND mentions.extraction_id = extractions.extraction_id
JOIN core.entities AS names ON names.entity_id = mentions.entity_id
LEFT JOIN core.entity_merges AS here ON here.from_entity_id = mentions.entity_id
    AND here.text_id = mentions.text_id AND here.undone_at IS NULL
WHERE known.article_id = ANY (%(article_ids)s)
  AND NOT EXISTS (
      SELECT FROM core.boilerplate_spans AS spans
      WHERE spans.text_id = mentions.text_id
        AND spans.start_char <= mentions.start_char AND spans.end_char >= mentions.end_char)
GROUP BY known.article_id, mentions.entity_id, here.into_entity_id, names.canonical_id, known.day
