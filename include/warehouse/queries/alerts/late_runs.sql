-- Runs of the last week that began longer ago than they may take, and have not ended.
SELECT run_id, flow, kind, started_at, %(minutes)s::float8 AS minutes
FROM ops.runs
WHERE state = 'running' AND finished_at IS NULL
  AND started_at < now() - make_interval(secs => %(minutes)s * 60)
  AND started_at > now() - interval '7 days'
ORDER BY started_at
