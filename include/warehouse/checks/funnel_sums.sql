-- level: fail
-- what: what each stage of this run saw is what its outcomes sum to, and what they call stored is there.
WITH run AS (
    SELECT run_id, started_at, coalesce(finished_at, now()) AS finished_at
    FROM ops.runs WHERE run_id = %(run_id)s
), outcomes AS (
    SELECT outcomes.* FROM ops.outcomes JOIN run USING (run_id)
), last AS (
    -- A task that is run again tells of its items again: the last try counts.
    SELECT DISTINCT ON (stage, subject_kind, subject) * FROM outcomes
    ORDER BY stage, subject_kind, subject, recorded_at DESC
), instants AS (
    -- Outcomes are written in the transaction of what they tell of, and so bear its instant.
    SELECT DISTINCT stage, recorded_at FROM outcomes
), counted AS (
    SELECT 'fetch_pages' AS stage, 'requests for pages' AS what,
           (SELECT count(DISTINCT subject) FROM ops.fetches JOIN run USING (run_id)
            WHERE kind = 'page') AS seen,
           (SELECT coalesce(sum(items), 0) FROM last WHERE stage = 'fetch_pages') AS told
    UNION ALL
    SELECT 'read_entries', 'entries in the document of ' || feeds.feed_id, feeds.listed,
           (SELECT coalesce(sum(items), 0) FROM outcomes AS entries
            WHERE entries.stage = 'read_entries'
              AND split_part(entries.subject, ' ', 1) = feeds.feed_id
              AND entries.recorded_at >= polls.recorded_at
              AND entries.reason <> 'too_many_entries')
    FROM core.feeds
    JOIN run ON feeds.last_full_at BETWEEN run.started_at AND run.finished_at
        AND feeds.last_polled_at BETWEEN run.started_at AND run.finished_at
    JOIN last AS polls ON polls.stage = 'poll_feeds' AND polls.subject = feeds.feed_id
        AND polls.status IN ('stored', 'updated')
        -- A feed may be moved by a poll that brought the document we have.
        AND polls.detail !~ '^(same_body|not_modified);'
    UNION ALL
    SELECT 'clean_articles', 'versions of articles',
           (SELECT count(*) FROM core.article_versions
            JOIN instants ON recorded_at = loaded_at AND stage = 'clean_articles'),
           (SELECT coalesce(sum(items), 0) FROM outcomes
            WHERE stage = 'clean_articles' AND status IN ('stored', 'updated'))
    UNION ALL
    SELECT 'extract_texts', 'extractions',
           (SELECT count(*) FROM core.extractions
            JOIN instants ON recorded_at = extracted_at AND stage = 'extract_texts'),
           (SELECT coalesce(sum(items), 0) FROM outcomes
            WHERE stage = 'extract_texts' AND status = 'stored')
    UNION ALL
    SELECT 'group_stories', 'articles in stories',
           (SELECT count(*) FROM outcomes
            JOIN core.story_articles ON article_id::text = subject
            WHERE stage = 'group_stories' AND status = 'stored'),
           (SELECT coalesce(sum(items), 0) FROM outcomes
            WHERE stage = 'group_stories' AND status = 'stored')
)
SELECT stage, what, seen, told FROM counted WHERE seen IS DISTINCT FROM told
