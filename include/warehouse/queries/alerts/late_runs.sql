-- Runs of the last week that began longer ago than they may take, and have not ended.
SELECT run_id, kind, started_at,
       (extract(epoch FROM now() - started_at) / 3600)::float8 AS hours
FROM ops.runs
WHERE finished_at IS NULL
  AND started_at < now() - make_interval(secs => %(hours)s * 3600)
  AND started_at > now() - interval '7 days'
ORDER BY started_at
