-- Articles to be grouped by another text than before, or for the first time, whose text has
-- been read: with the independent text it counts as, and the one it counted as before.
-- Articles in doubt are in no story. Those that failed in this run, or are in quarantine, they or
-- their text, are left alone.
SELECT articles.article_id, coalesce(texts.copy_of, texts.text_id) AS root_text_id,
       story_articles.text_id AS old_root_text_id,
       versions.published_at IS NULL AS is_undated,
       articles.article_id::text AS subject, %(rules)s AS mark
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.texts ON texts.text_id = versions.text_id
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id
WHERE (%(only)s::bigint[] IS NULL OR articles.article_id = ANY (%(only)s))
  AND articles.grouped_version_id IS DISTINCT FROM articles.version_id
  AND texts.fingerprinted_at IS NOT NULL
  AND versions.doubt IS NULL
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'group_stories' AND tries.mark = %(rules)s
      AND tries.subject IN (
        articles.article_id::text, 'text ' || coalesce(texts.copy_of, texts.text_id)
      )
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
ORDER BY articles.article_id
LIMIT %(most)s
