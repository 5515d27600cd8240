-- level: warn
-- what: nothing waits since before the last three good runs.
SELECT stage, items, oldest
FROM mart.waiting
WHERE oldest < (
    SELECT started_at FROM ops.runs
    WHERE state = 'done' AND flow IN ('ingest_news', 'run')
    ORDER BY started_at DESC OFFSET 2 LIMIT 1
)
