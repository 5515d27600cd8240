-- level: fail
-- what: fewer than the allowed share of each stage's items failed or were put off in this run.
SELECT stage, failed, seen, round(failed::numeric / seen, 3) AS share
FROM (
    SELECT stage,
           coalesce(sum(items) FILTER (WHERE status IN ('failed', 'retry') AND reason IN
               ('worker_died', 'worker_timed_out', 'parse_error', 'not_storable', 'archive_missing',
                'dns_failed', 'connection_failed', 'tls_failed')), 0) AS failed,
           sum(items) AS seen
    FROM ops.outcomes
    WHERE run_id = %(run_id)s
      AND stage IN ('poll_feeds', 'fetch_pages', 'clean_articles', 'extract_texts')
    GROUP BY stage
) AS counted
WHERE seen >= 10 AND failed > %(max_failed_share)s * seen
