-- Texts that a worker has taken and that wait still: how long they are, and the title, instant and
-- country of their first article.
-- "Thursday" in a revision is that of the revision where the page states one, else that of the
-- first publication: the day we saw it says nothing. `reference_from` tells which it is.
SELECT claims.subject, texts.text_id, char_length(texts.body) AS chars, texts.language, first.title, first.country,
       coalesce(first.updated_at, first.published_at) AS published_at,
       CASE WHEN first.updated_at IS NOT NULL THEN 'revision'
            WHEN first.published_at IS NOT NULL THEN 'publication' END AS reference_from,
       coalesce(tries.tries, 0) AS tries, coalesce(present.config_hash, %(other)s) AS mark
FROM ops.claims
JOIN core.texts ON texts.text_id = claims.subject::bigint
LEFT JOIN unnest(%(languages)s::text[], %(hashes)s::text[]) AS present (language, config_hash)
    ON present.language = texts.language
LEFT JOIN LATERAL (
    SELECT versions.title, publishers.country,
           CASE WHEN versions.page_sha256 <> original.page_sha256 THEN versions.updated_at
           END AS updated_at,
           CASE WHEN versions.page_sha256 = original.page_sha256
                THEN coalesce(versions.published_at, original.published_at)
                ELSE coalesce(original.published_at, versions.published_at) END AS published_at
    FROM core.article_versions AS versions
    JOIN core.articles USING (article_id)
    JOIN core.publishers USING (publisher_id)
    JOIN core.article_versions AS original
        ON original.article_id = versions.article_id AND original.number = 1
    WHERE versions.text_id = texts.text_id
    ORDER BY versions.published_at NULLS LAST, versions.version_id
    LIMIT 1
) AS first ON true
LEFT JOIN ops.tries
    ON tries.stage = claims.stage AND tries.subject = claims.subject
    AND tries.mark = coalesce(present.config_hash, %(other)s)
WHERE claims.stage = %(stage)s AND claims.worker_id = %(worker_id)s AND texts.removed_at IS NULL
  AND NOT EXISTS (
    SELECT FROM core.extractions
    WHERE extractions.text_id = texts.text_id
      AND extractions.config_hash = coalesce(present.config_hash, %(other)s)
)
  AND (texts.is_renewed
       OR NOT EXISTS (SELECT FROM core.extractions WHERE extractions.text_id = texts.text_id))
ORDER BY texts.text_id
