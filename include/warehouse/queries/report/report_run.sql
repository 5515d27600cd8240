-- A run (the last one where none is named) and what the warehouse holds.
SELECT runs.run_id, runs.state, runs.state_reason,
       (SELECT count(*) FROM ops.tries WHERE quarantined_at IS NOT NULL) AS quarantined,
       extract(epoch FROM runs.finished_at - runs.started_at) AS seconds,
       (SELECT count(*) FROM core.articles) AS articles,
       (SELECT count(DISTINCT publisher_id) FROM core.articles) AS publishers,
       (SELECT count(*) FROM core.texts) AS texts,
       (SELECT count(*) FROM core.story_articles WHERE reason = 'copy') AS copies,
       (SELECT count(*) FROM core.stories WHERE size > 0) AS stories,
       (SELECT count(*) FROM core.mentions JOIN core.extractions USING (extraction_id) WHERE is_current) AS mentions,
       (SELECT count(*) FROM core.quotes JOIN core.extractions USING (extraction_id) WHERE is_current) AS quotes,
       (SELECT count(*) FROM core.figures JOIN core.extractions USING (extraction_id) WHERE is_current) AS figures
FROM ops.runs
WHERE runs.run_id = coalesce(%(run_id)s, (SELECT run_id FROM ops.runs ORDER BY started_at DESC LIMIT 1))
