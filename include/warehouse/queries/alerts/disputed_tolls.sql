-- Stories with a version loaded since an instant whose dead, wounded or missing publishers count
-- in ways that cannot all hold, each by the leading figure of what it says now. "At least 160"
-- and 164 can both hold; "about" is taken to a tenth.
WITH recent AS MATERIALIZED (
    SELECT DISTINCT story_articles.story_id
    FROM core.article_versions
    JOIN core.story_articles USING (article_id)
    WHERE article_versions.loaded_at >= %(since)s
)
SELECT recent.story_id, stories.label, told.what, told.least, told.most, told.accounts,
       lead.canonical_url AS url
FROM recent
JOIN core.stories USING (story_id)
LEFT JOIN core.articles AS lead ON lead.article_id = stories.lead_article_id
CROSS JOIN LATERAL (
    SELECT standing.what, max(standing.lower) AS least, min(standing.upper) AS most,
           array_agg(format('%%s: %%s', standing.publisher, standing.figure)
                     ORDER BY standing.reported_at DESC, standing.publisher) AS accounts
    FROM (
        SELECT DISTINCT ON (figures.what, figures.publisher)
               figures.what, figures.publisher, figures.figure, figures.reported_at,
               mart.least(figures.low, figures.bound) AS lower,
               mart.most(figures.high, figures.bound) AS upper
        FROM mart.figure_timeline AS figures
        WHERE figures.story_id = recent.story_id AND figures.is_lead
          AND figures.stood_until IS NULL AND figures.unit = 'person'
          AND figures.what IN ('killed', 'wounded', 'missing')
        ORDER BY figures.what, figures.publisher, figures.reported_at DESC, figures.figure_id
    ) AS standing
    GROUP BY standing.what
    HAVING max(standing.lower) > min(standing.upper)
) AS told
ORDER BY recent.story_id, told.what
LIMIT 500
