-- Articles that belong to no story yet, the earliest first, with what grouping looks at.
SELECT articles.article_id, articles.canonical_url, versions.version_id, versions.text_id, versions.title, texts.body,
       coalesce(versions.published_at, articles.first_seen_at) AS published_at,
       versions.published_at IS NULL AS is_undated,
       publishers.name AS publisher, versions.language,
       coalesce(texts.copy_of, texts.text_id) AS root_text_id,
       texts.copy_score, texts.copy_reason,
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
             AND figures.unit = 'person'
           ORDER BY 1
       ) AS figures
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.texts ON texts.text_id = versions.text_id
JOIN core.publishers ON publishers.publisher_id = articles.publisher_id
WHERE texts.fingerprinted_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM core.story_articles WHERE story_articles.article_id = articles.article_id)
ORDER BY coalesce(versions.published_at, articles.first_seen_at), articles.article_id
LIMIT %(most)s
