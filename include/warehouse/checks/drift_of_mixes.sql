-- level: warn
-- what: the last day's mix of languages, publishers, dates' sources, ways of cleaning, labels or outcomes lies far from the 28 days before it.
-- Far: a population stability index above 0.25, the usual bound (Siddiqi 2006), over kinds
-- that have a hundredth of either side, where both sides have at least 100 items.
WITH items AS (
    SELECT 'languages' AS mix, loaded_at AS at, coalesce(language, 'unknown') AS kind, 1 AS items
    FROM core.article_versions
    UNION ALL
    SELECT 'publishers', loaded_at, publishers.name, 1
    FROM core.article_versions
    JOIN core.articles USING (article_id)
    JOIN core.publishers USING (publisher_id)
    UNION ALL
    SELECT 'sources of dates', loaded_at, coalesce(published_from, 'undated'), 1
    FROM core.article_versions
    UNION ALL
    SELECT 'ways of cleaning', loaded_at, method, 1 FROM core.article_versions
    UNION ALL
    SELECT 'labels of mentions', extracted_at, label, 1
    FROM core.extractions JOIN core.mentions USING (extraction_id)
    UNION ALL
    SELECT 'kinds of quotes', extracted_at,
           kind || CASE WHEN speaker_entity_id IS NULL THEN ' by nobody known' ELSE '' END, 1
    FROM core.extractions JOIN core.quotes USING (extraction_id)
    UNION ALL
    SELECT 'outcomes of ' || stage, recorded_at, reason, items
    FROM ops.outcomes
    WHERE stage IN ('poll_feeds', 'fetch_pages', 'clean_articles', 'extract_texts')
      AND status <> 'unchanged'
), counted AS (
    SELECT mix, kind,
           coalesce(sum(items) FILTER (WHERE at >= now() - interval '1 day'), 0)::numeric AS today,
           coalesce(sum(items) FILTER (WHERE at < now() - interval '1 day'), 0)::numeric AS before
    FROM items
    WHERE at >= now() - interval '29 days'
    GROUP BY mix, kind
), shares AS (
    SELECT mix, kind, sum(today) OVER of_mix AS todays, sum(before) OVER of_mix AS befores,
           today / nullif(sum(today) OVER of_mix, 0) AS today,
           before / nullif(sum(before) OVER of_mix, 0) AS before
    FROM counted
    WINDOW of_mix AS (PARTITION BY mix)
), terms AS (
    -- A kind that one side lacks counts as a thousandth of it there.
    SELECT mix, kind, today, before,
           (greatest(today, 0.001) - greatest(before, 0.001))
               * ln(greatest(today, 0.001) / greatest(before, 0.001)) AS term
    FROM shares
    WHERE todays >= 100 AND befores >= 100 AND greatest(today, before) >= 0.01
)
SELECT mix, round(sum(term), 3) AS stability_index,
       (array_agg(kind || ' ' || round(before, 3) || ' to ' || round(today, 3)
                  ORDER BY term DESC))[1:3] AS most_changed
FROM terms
GROUP BY mix
HAVING sum(term) > 0.25
