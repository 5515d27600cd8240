-- Keep the state in which these articles are read for the marts.
INSERT INTO core.summarized_articles
    (article_id, version_id, root_text_id, story_id, extraction_id, publisher_id, published_at, day,
     restated, made_by)
SELECT articles.article_id,
       articles.version_id,
       coalesce(texts.copy_of, texts.text_id),
       story_articles.story_id,
       (SELECT max(extraction_id)
        FROM core.article_versions AS every
        JOIN core.extractions ON extractions.text_id = every.text_id AND is_current
        WHERE every.article_id = articles.article_id),
       articles.publisher_id,
       coalesce(versions.published_at, articles.first_seen_at),
       (coalesce(versions.published_at, articles.first_seen_at) AT TIME ZONE 'UTC')::date,
       versions.restated,
       %(made_by)s
FROM core.articles
JOIN core.article_versions AS versions USING (version_id)
JOIN core.texts USING (text_id)
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id
WHERE articles.article_id = ANY (%(article_ids)s)
ON CONFLICT (article_id) DO UPDATE SET
    version_id = EXCLUDED.version_id,
    root_text_id = EXCLUDED.root_text_id,
    story_id = EXCLUDED.story_id,
    extraction_id = EXCLUDED.extraction_id,
    publisher_id = EXCLUDED.publisher_id,
    published_at = EXCLUDED.published_at,
    day = EXCLUDED.day,
    restated = EXCLUDED.restated,
    made_by = EXCLUDED.made_by,
    made_at = EXCLUDED.made_at
