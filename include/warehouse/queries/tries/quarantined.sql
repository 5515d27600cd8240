-- What is in quarantine, the longest first, with what a person knows it by.
SELECT tries.stage, tries.subject, tries.reason, tries.detail, tries.tries, tries.since,
       tries.quarantined_at, coalesce(pages.canonical_url, articles.canonical_url, feeds.url) AS url
FROM ops.tries
LEFT JOIN core.pages
    ON pages.page_id = CASE WHEN tries.stage = 'clean_articles' THEN tries.subject::bigint END
LEFT JOIN core.feeds ON tries.stage = 'poll_feeds' AND feeds.feed_id = tries.subject
LEFT JOIN LATERAL (
    SELECT canonical_url FROM core.article_versions JOIN core.articles USING (article_id)
    WHERE article_versions.text_id = CASE
            WHEN tries.stage IN ('extract_texts', 'fingerprint_texts') THEN tries.subject::bigint
            WHEN tries.stage = 'group_stories'
            THEN substring(tries.subject FROM '^text ([0-9]+)$')::bigint
        END
        OR articles.article_id = CASE
            WHEN tries.stage = 'group_stories' AND tries.subject ~ '^[0-9]+$'
            THEN tries.subject::bigint
        END
    ORDER BY article_versions.version_id LIMIT 1
) AS articles ON true
WHERE tries.quarantined_at IS NOT NULL
ORDER BY tries.quarantined_at, tries.stage, tries.subject
