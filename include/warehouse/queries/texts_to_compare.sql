-- Texts with their earliest instant and the articles that hold or held them.
SELECT texts.text_id, texts.body, texts.copy_of,
       coalesce(min(versions.published_at), texts.first_seen_at) AS published_at,
       array_agg(DISTINCT versions.article_id) AS article_ids
FROM core.texts
JOIN core.article_versions AS versions USING (text_id)
WHERE texts.text_id = ANY (%(text_ids)s)
GROUP BY texts.text_id
