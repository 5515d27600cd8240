-- Extractions whose names wait to be joined: (extraction_id, state). New ones, those whose
-- text has since become another's copy or joined a story, and those no longer current.
SELECT extractions.extraction_id,
       CASE WHEN is_current THEN coalesce(texts.copy_of, texts.text_id) || ' ' || coalesce(of_text.story_id, '') END AS state
FROM core.extractions
JOIN core.texts USING (text_id)
LEFT JOIN (
    SELECT versions.text_id, min(story_articles.story_id) AS story_id
    FROM core.article_versions AS versions
    JOIN core.story_articles USING (article_id)
    GROUP BY versions.text_id
) AS of_text USING (text_id)
WHERE joined_with IS DISTINCT FROM
    CASE WHEN is_current THEN coalesce(texts.copy_of, texts.text_id) || ' ' || coalesce(of_text.story_id, '') END
