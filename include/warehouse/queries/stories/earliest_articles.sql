-- For independent texts the earliest article that now carries the text or a copy of it, one
-- that has or had the very text before others; with its headline and when the text was first
-- published. A text that no article carries any more, or only one in doubt, has no row.
SELECT DISTINCT ON (roots.text_id)
       roots.text_id, articles.article_id, articles.canonical_url, versions.title,
       versions.language, publishers.name AS publisher,
       (
           SELECT coalesce(min(held.published_at), min(holders.first_seen_at))
           FROM core.article_versions AS held
           JOIN core.articles AS holders USING (article_id)
           WHERE held.text_id = roots.text_id
       ) AS published_at
FROM unnest(%(text_ids)s::bigint[]) AS roots (text_id)
CROSS JOIN LATERAL (
    SELECT roots.text_id
    UNION ALL
    SELECT texts.text_id FROM core.texts WHERE texts.copy_of = roots.text_id
) AS same
JOIN core.article_versions AS versions ON versions.text_id = same.text_id
JOIN core.articles ON articles.version_id = versions.version_id AND versions.doubt IS NULL
JOIN core.publishers USING (publisher_id)
ORDER BY roots.text_id,
         (SELECT NOT bool_or(own.text_id = roots.text_id)
          FROM core.article_versions AS own WHERE own.article_id = articles.article_id),
         coalesce(versions.published_at, articles.first_seen_at), articles.article_id
