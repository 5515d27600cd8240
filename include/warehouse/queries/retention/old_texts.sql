-- Texts all of whose publishers let theirs go, and none of whose versions is younger than that:
-- by publisher of the latest version (publisher, texts, bytes).
WITH kept_for AS (
    SELECT publishers.publisher_id, publishers.name, coalesce(own.days, rest.days) AS days
    FROM core.publishers
    LEFT JOIN unnest(%(publishers)s::text[], %(days)s::integer[]) AS own (name, days)
        ON own.name = publishers.name
    LEFT JOIN unnest(%(publishers)s::text[], %(days)s::integer[]) AS rest (name, days)
        ON rest.name = '*'
), old AS (
    SELECT texts.text_id, octet_length(texts.body) AS bytes, latest.name
    FROM core.texts
    CROSS JOIN LATERAL (
        SELECT kept_for.name,
               bool_and(kept_for.days IS NOT NULL
                        AND versions.fetched_at < now() - make_interval(days => kept_for.days))
                   OVER () AS is_old
        FROM core.article_versions AS versions
        JOIN core.articles USING (article_id)
        JOIN kept_for USING (publisher_id)
        WHERE versions.text_id = texts.text_id
        ORDER BY versions.fetched_at DESC, versions.version_id DESC
        LIMIT 1
    ) AS latest
    WHERE removed_at IS NULL AND latest.is_old
      -- What was not looked at yet would be lost.
      AND fingerprinted_at IS NOT NULL
      AND EXISTS (SELECT FROM core.extractions
                  WHERE extractions.text_id = texts.text_id AND is_current)
      AND NOT EXISTS (SELECT FROM core.articles
                      JOIN core.article_versions USING (version_id)
                      LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id
                      WHERE article_versions.text_id = texts.text_id
                        AND story_articles.article_id IS NULL)
)
SELECT name AS publisher, count(*) AS texts, sum(bytes)::bigint AS bytes,
       array_agg(text_id ORDER BY text_id) AS text_ids
FROM old
GROUP BY name
ORDER BY name
