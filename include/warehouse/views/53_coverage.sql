-- What we looked at and what we have: so that silence is not read as absence.
CREATE MATERIALIZED VIEW mart.coverage AS
WITH listed AS MATERIALIZED (
    SELECT DISTINCT ON (feeds.publisher_id, coalesce(entries.page_id::text, 'entry ' || entries.entry_key))
           feeds.publisher_id,
           (entries.first_seen_at AT TIME ZONE 'UTC')::date AS day,
           entries.url_reason,
           entries.page_id
    FROM core.entries
    JOIN core.feeds USING (feed_id)
    WHERE entries.same_as IS NULL
    ORDER BY feeds.publisher_id, coalesce(entries.page_id::text, 'entry ' || entries.entry_key),
             entries.first_seen_at
),
fate AS MATERIALIZED (
    SELECT listed.publisher_id,
           listed.day,
           pages.body_sha256 IS NOT NULL AS is_fetched,
           pages.article_id IS NOT NULL AS is_cleaned,
           extractions.extraction_id IS NOT NULL AS is_extracted,
           CASE
               WHEN listed.url_reason IS NOT NULL THEN listed.url_reason
               WHEN pages.article_id IS NOT NULL THEN NULL
               WHEN pages.body_sha256 IS NULL THEN coalesce(pages.last_reason, 'waiting')
               WHEN pages.cleaned_sha256 IS NULL THEN 'waiting'
               ELSE pages.clean_reason
           END AS reason
    FROM listed
    LEFT JOIN core.pages USING (page_id)
    LEFT JOIN core.articles USING (article_id)
    LEFT JOIN core.article_versions AS versions USING (version_id)
    LEFT JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
),
counted AS (
    SELECT publisher_id,
           day,
           count(*) AS seen,
           count(*) FILTER (WHERE is_fetched) AS fetched,
           count(*) FILTER (WHERE is_cleaned) AS cleaned,
           count(*) FILTER (WHERE is_extracted) AS extracted
    FROM fate
    GROUP BY publisher_id, day
),
dropped AS (
    SELECT publisher_id, day, sum(items)::bigint AS dropped, jsonb_object_agg(reason, items) AS reasons
    FROM (
        SELECT publisher_id, day, reason, count(*) AS items
        FROM fate WHERE reason IS NOT NULL GROUP BY publisher_id, day, reason
    ) AS by_reason
    GROUP BY publisher_id, day
),
polled AS (
    SELECT feeds.publisher_id,
           (fetches.fetched_at AT TIME ZONE 'UTC')::date AS day,
           count(*) FILTER (WHERE http_status IN (200, 304)) AS polls,
           count(*) FILTER (WHERE coalesce(http_status, 0) NOT IN (200, 304)) AS failed_polls
    FROM ops.fetches
    JOIN core.feeds ON feeds.feed_id = fetches.subject
    WHERE fetches.kind = 'feed' AND coalesce(http_status, 0) NOT BETWEEN 301 AND 303
      AND coalesce(http_status, 0) NOT IN (307, 308)
    GROUP BY feeds.publisher_id, 2
),
spans AS (
    SELECT publisher_id, min(day) AS first_day
    FROM (SELECT publisher_id, day FROM counted UNION ALL SELECT publisher_id, day FROM polled) AS seen
    GROUP BY publisher_id
),
days AS (
    SELECT spans.publisher_id,
           each.midnight::date AS day,
           coalesce(counted.seen, 0) AS seen,
           coalesce(counted.fetched, 0) AS fetched,
           coalesce(counted.cleaned, 0) AS cleaned,
           coalesce(counted.extracted, 0) AS extracted,
           coalesce(dropped.dropped, 0) AS dropped,
           dropped.reasons,
           coalesce(polled.polls, 0) AS polls,
           coalesce(polled.failed_polls, 0) AS failed_polls,
           count(*) OVER before AS days_known,
           avg(coalesce(counted.seen, 0)) OVER before AS usual,
           coalesce(stddev_pop(coalesce(counted.seen, 0)) OVER before, 0) AS spread
    FROM spans
    CROSS JOIN LATERAL generate_series(
        spans.first_day::timestamp, (SELECT max(day) FROM (SELECT day FROM counted UNION ALL SELECT day FROM polled) AS every)::timestamp,
        interval '1 day') AS each (midnight)
    LEFT JOIN counted ON counted.publisher_id = spans.publisher_id AND counted.day = each.midnight::date
    LEFT JOIN dropped ON dropped.publisher_id = spans.publisher_id AND dropped.day = each.midnight::date
    LEFT JOIN polled ON polled.publisher_id = spans.publisher_id AND polled.day = each.midnight::date
    WINDOW before AS (
        PARTITION BY spans.publisher_id ORDER BY each.midnight
        ROWS BETWEEN 28 PRECEDING AND 1 PRECEDING)
)
SELECT publishers.name AS publisher,
       days.day,
       CASE WHEN days.days_known >= 7 THEN round(days.usual, 1) END AS expected,
       days.seen,
       days.fetched,
       days.cleaned,
       days.extracted,
       days.dropped,
       coalesce(days.reasons, '{}') AS reasons,
       days.polls,
       days.failed_polls,
       CASE
           WHEN days.polls = 0 AND days.seen = 0 THEN 'not polled'
           WHEN days.days_known < 7 THEN 'no baseline'
           WHEN days.seen < days.usual - 2 * greatest(days.spread, sqrt(days.usual), 0.5) THEN 'quiet'
           WHEN days.seen > days.usual + 2 * greatest(days.spread, sqrt(days.usual), 0.5) THEN 'loud'
           ELSE 'usual'
       END AS state,
       days.publisher_id
FROM days
JOIN core.publishers USING (publisher_id);
CREATE UNIQUE INDEX coverage_key ON mart.coverage (publisher_id, day);
CREATE INDEX coverage_day_idx ON mart.coverage (day);
COMMENT ON MATERIALIZED VIEW mart.coverage IS 'One row a publisher and day (UTC) since we first polled it: what it listed, and what became of that. Made anew by each run.';
COMMENT ON COLUMN mart.coverage.publisher IS 'The publisher.';
COMMENT ON COLUMN mart.coverage.day IS 'The day its feeds first listed them.';
COMMENT ON COLUMN mart.coverage.expected IS 'Pages it listed on a usual day: the mean of the 28 days before; null before there are seven.';
COMMENT ON COLUMN mart.coverage.seen IS 'Pages its feeds listed for the first time, each once; entries that lead nowhere too.';
COMMENT ON COLUMN mart.coverage.fetched IS 'Of these, fetched by now.';
COMMENT ON COLUMN mart.coverage.cleaned IS 'Of these, that became articles.';
COMMENT ON COLUMN mart.coverage.extracted IS 'Of these, whose facts were extracted.';
COMMENT ON COLUMN mart.coverage.dropped IS 'Pages seen that are no articles (yet).';
COMMENT ON COLUMN mart.coverage.reasons IS 'Why, with how many: {"paywall_stub": 2}; ops.reasons explains them.';
COMMENT ON COLUMN mart.coverage.polls IS 'Good polls of its feeds on that day, as long as the ledger holds them.';
COMMENT ON COLUMN mart.coverage.failed_polls IS 'Polls that failed.';
COMMENT ON COLUMN mart.coverage.state IS 'usual; quiet or loud: more than two standard deviations from usual; not polled: we did not look; no baseline: fewer than seven days known.';
COMMENT ON COLUMN mart.coverage.publisher_id IS 'Number of the publisher.';

CREATE MATERIALIZED VIEW mart.freshness AS
SELECT publishers.name AS publisher,
       timed.day,
       timed.is_backlog,
       count(*) AS articles,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY timed.to_seen) AS p50_to_seen,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY timed.to_fetched) AS p50_to_fetched,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY timed.to_stored) AS p50_to_stored,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY timed.to_queryable) AS p50,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY timed.to_queryable) AS p95,
       timed.publisher_id
FROM (
    SELECT articles.publisher_id,
           (first.published_at AT TIME ZONE 'UTC')::date AS day,
           first.published_at < publishers.first_seen_at AS is_backlog,
           pages.first_seen_at - first.published_at AS to_seen,
           first.fetched_at - first.published_at AS to_fetched,
           first.loaded_at - first.published_at AS to_stored,
           greatest(extractions.extracted_at, members.grouped_at) - first.published_at AS to_queryable
    FROM core.articles
    JOIN core.publishers USING (publisher_id)
    JOIN core.article_versions AS first ON first.article_id = articles.article_id AND first.number = 1
    JOIN core.pages ON pages.page_id = first.page_id
    JOIN core.extractions ON extractions.text_id = first.text_id AND extractions.is_current
    JOIN core.story_articles AS members ON members.article_id = articles.article_id
    WHERE first.published_at IS NOT NULL
) AS timed
JOIN core.publishers USING (publisher_id)
GROUP BY timed.publisher_id, publishers.name, timed.day, timed.is_backlog;
CREATE UNIQUE INDEX freshness_key ON mart.freshness (publisher_id, day, is_backlog);
COMMENT ON MATERIALIZED VIEW mart.freshness IS 'One row a publisher and day of publication (UTC): how long from publication until an article and its facts can be asked for. Made anew by each run.';
COMMENT ON COLUMN mart.freshness.publisher IS 'The publisher.';
COMMENT ON COLUMN mart.freshness.day IS 'The day of publication.';
COMMENT ON COLUMN mart.freshness.is_backlog IS 'Whether they were published before we first listed the publisher: these could not be had sooner.';
COMMENT ON COLUMN mart.freshness.articles IS 'Articles with a date that are extracted and grouped.';
COMMENT ON COLUMN mart.freshness.p50_to_seen IS 'Median from publication until a feed of ours listed it.';
COMMENT ON COLUMN mart.freshness.p50_to_fetched IS 'Median until its page was fetched.';
COMMENT ON COLUMN mart.freshness.p50_to_stored IS 'Median until its text was stored.';
COMMENT ON COLUMN mart.freshness.p50 IS 'Median until it was extracted and grouped: queryable.';
COMMENT ON COLUMN mart.freshness.p95 IS 'The same for 95 of 100.';
COMMENT ON COLUMN mart.freshness.publisher_id IS 'Number of the publisher.';
