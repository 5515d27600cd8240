-- Articles whose state differs from that in which the marts last read them, or whose names have been joined or parted since.
WITH extracted AS (
    SELECT article_id, max(extraction_id) AS extraction_id
    FROM core.article_versions
    JOIN core.extractions USING (text_id)
    WHERE is_current
    GROUP BY article_id
),
renamed AS (
    SELECT from_entity_id AS name_id
    FROM core.entity_merges,
        (SELECT max(made_at) - interval '1 hour' AS at FROM core.summarized_articles) AS last
    WHERE made_at >= last.at OR undone_at >= last.at
)
SELECT articles.article_id
FROM core.articles
JOIN core.article_versions AS versions USING (version_id)
JOIN core.texts USING (text_id)
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id
LEFT JOIN extracted ON extracted.article_id = articles.article_id
LEFT JOIN core.summarized_articles AS known ON known.article_id = articles.article_id
WHERE known.article_id IS NULL
   OR known.made_by <> %(made_by)s
   OR (known.version_id, known.root_text_id, known.story_id, known.extraction_id, known.restated)
      IS DISTINCT FROM
      (articles.version_id, coalesce(texts.copy_of, texts.text_id), story_articles.story_id,
       extracted.extraction_id, versions.restated)
UNION
SELECT appearances.article_id
FROM renamed
JOIN core.appearances USING (name_id)
JOIN core.entities AS names ON names.entity_id = name_id
JOIN core.articles USING (article_id)
JOIN core.article_versions AS versions USING (version_id)
LEFT JOIN core.entity_merges AS here ON here.from_entity_id = name_id
    AND here.text_id = versions.text_id AND here.undone_at IS NULL
WHERE appearances.entity_id <> coalesce(here.into_entity_id, names.canonical_id)
ORDER BY article_id
