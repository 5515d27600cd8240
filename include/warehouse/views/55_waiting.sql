-- What waits for a stage now, and since when: the backlog.
CREATE VIEW mart.waiting_items AS
WITH items AS (
    SELECT 'poll_feeds' AS stage, feed_id AS subject, NULL AS mark, next_poll_at AS since,
           next_poll_at <= now() AS is_due
    FROM core.feeds
    WHERE is_listed AND stopped_at IS NULL AND merged_into IS NULL
    UNION ALL
    SELECT 'fetch_pages', page_id::text, NULL, next_fetch_at, true
    FROM core.pages
    WHERE next_fetch_at <= now()
    UNION ALL
    SELECT 'clean_articles', page_id::text, encode(body_sha256, 'hex'), fetched_at, true
    FROM core.pages
    WHERE body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256
    UNION ALL
    SELECT 'fingerprint_texts', text_id::text, NULL, first_seen_at, true
    FROM core.texts
    WHERE fingerprinted_at IS NULL AND removed_at IS NULL
    UNION ALL
    SELECT 'extract_texts', text_id::text, NULL, first_seen_at, true
    FROM core.texts
    WHERE removed_at IS NULL
      AND NOT EXISTS (
        SELECT FROM core.extractions
        WHERE extractions.text_id = texts.text_id AND extractions.is_current
    )
    UNION ALL
    SELECT 'group_stories', articles.article_id::text, NULL, articles.first_seen_at, true
    FROM core.articles
    WHERE version_id IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM core.story_articles WHERE story_articles.article_id = articles.article_id
    )
)
SELECT items.stage, items.subject, items.since, items.is_due,
       coalesce(tried.tries, 0) AS tries, tried.quarantined_at
FROM items
LEFT JOIN LATERAL (
    SELECT max(tries.tries) AS tries, max(tries.quarantined_at) AS quarantined_at
    FROM ops.tries
    WHERE tries.stage = items.stage AND tries.mark = coalesce(items.mark, tries.mark)
      AND (
        tries.subject = items.subject
        -- An article waits with the text that it counts as.
        OR items.stage = 'group_stories' AND tries.subject = (
            SELECT 'text ' || coalesce(texts.copy_of, texts.text_id)
            FROM core.articles
            JOIN core.article_versions USING (article_id, version_id)
            JOIN core.texts USING (text_id)
            WHERE articles.article_id = items.subject::bigint
        )
    )
) AS tried ON true;
COMMENT ON VIEW mart.waiting_items IS 'Every item that a stage could work on now. Texts that only wait to be read anew, by another configuration, are not told.';
COMMENT ON COLUMN mart.waiting_items.stage IS 'The stage it waits for.';
COMMENT ON COLUMN mart.waiting_items.subject IS 'The item: a feed id, or the number of a page, text or article.';
COMMENT ON COLUMN mart.waiting_items.since IS 'Since when.';
COMMENT ON COLUMN mart.waiting_items.is_due IS 'False for a feed whose time has not come: only a run that polls every feed takes it.';
COMMENT ON COLUMN mart.waiting_items.tries IS 'How often its worker was stopped or died; it is tried again in later runs.';
COMMENT ON COLUMN mart.waiting_items.quarantined_at IS 'Since when it is not tried any more; null while it is.';

CREATE VIEW mart.waiting AS
SELECT stage,
       count(*) FILTER (WHERE quarantined_at IS NULL) AS items,
       min(since) FILTER (WHERE quarantined_at IS NULL) AS oldest,
       count(*) FILTER (WHERE tries > 0 AND quarantined_at IS NULL) AS tried,
       count(*) FILTER (WHERE quarantined_at IS NOT NULL) AS quarantined
FROM mart.waiting_items
WHERE is_due OR quarantined_at IS NOT NULL
GROUP BY stage
UNION ALL
SELECT 'import_pages', count(*), min(updated_at), 0, 0
FROM ops.imports
WHERE state = 'begun'
HAVING count(*) > 0;
COMMENT ON VIEW mart.waiting IS 'The backlog: what each stage could work on now, and the oldest of it. A stage without work has no row.';
COMMENT ON COLUMN mart.waiting.stage IS 'The stage.';
COMMENT ON COLUMN mart.waiting.items IS 'How many items (files, of import_pages) wait for it.';
COMMENT ON COLUMN mart.waiting.oldest IS 'Since when the oldest waits.';
COMMENT ON COLUMN mart.waiting.tried IS 'How many of them stopped or ended their worker before.';
COMMENT ON COLUMN mart.waiting.quarantined IS 'How many more are in quarantine, and wait for a person: python -m include quarantine list.';

CREATE VIEW mart.unfinished AS
SELECT claims.run_id,
       claims.stage,
       count(*) AS items,
       -- a feed that was polled before its time waits since it was chosen
       min(least(waiting.since, claims.claimed_at)) AS oldest
FROM ops.claims
LEFT JOIN mart.waiting_items AS waiting
    ON waiting.stage = claims.stage AND waiting.subject = claims.subject
LEFT JOIN core.texts
    ON texts.text_id = CASE WHEN claims.stage = 'extract_texts' THEN claims.subject::bigint END
LEFT JOIN ops.imports ON claims.stage = 'import_pages' AND imports.url = claims.subject
WHERE CASE claims.stage
          WHEN 'extract_texts' THEN texts.text_id IS NOT NULL AND texts.removed_at IS NULL
          WHEN 'import_pages' THEN imports.state = 'begun'
          ELSE waiting.subject IS NOT NULL
      END
GROUP BY claims.run_id, claims.stage;
COMMENT ON VIEW mart.unfinished IS 'What a run chose and has no outcome of, though it could be worked on still; of a run that ended, what it left until another takes it up.';
COMMENT ON COLUMN mart.unfinished.run_id IS 'The run that answers for it.';
COMMENT ON COLUMN mart.unfinished.stage IS 'The stage it waits for.';
COMMENT ON COLUMN mart.unfinished.items IS 'How many items (files, of import_pages).';
COMMENT ON COLUMN mart.unfinished.oldest IS 'Since when the oldest waits.';
