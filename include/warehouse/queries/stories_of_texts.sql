-- The story of texts that are grouped already, by the text they are copies of.
SELECT DISTINCT ON (root_text_id) root_text_id, story_id
FROM (
    SELECT coalesce(texts.copy_of, texts.text_id) AS root_text_id, story_articles.story_id,
           story_articles.grouped_at
    FROM core.texts
    JOIN core.article_versions AS versions USING (text_id)
    JOIN core.story_articles ON story_articles.article_id = versions.article_id
    WHERE texts.text_id = ANY (%(roots)s) OR texts.copy_of = ANY (%(roots)s)
) AS found
ORDER BY root_text_id, grouped_at, story_id
