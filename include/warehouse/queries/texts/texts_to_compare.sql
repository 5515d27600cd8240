-- Texts with their earliest instant and the articles that hold or held them.
SELECT texts.text_id, core.own_words(texts.text_id, texts.body) AS body, texts.copy_of,
       coalesce(min(versions.published_at), texts.first_seen_at) AS published_at,
       array_agg(DISTINCT versions.article_id) AS article_ids
FROM core.texts
JOIN core.article_versions AS versions USING (text_id)
WHERE texts.text_id = ANY (%(text_ids)s) AND texts.removed_at IS NULL
  -- What is known to copy a text that was removed cannot be judged anew.
  AND NOT EXISTS (
    SELECT FROM core.texts AS originals
    WHERE originals.text_id = texts.copy_of AND originals.removed_at IS NOT NULL
)
GROUP BY texts.text_id
