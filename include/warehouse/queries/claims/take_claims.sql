-- Items that are due and that no live worker holds are now this run's (worker_id null) or this
-- worker's. `due` stands for a query that names a subject, its mark and its turn. What the run
-- has chosen before comes first. What is in quarantine, or failed in this run, is left alone. A
-- row that another worker takes meanwhile is left to it.
WITH due AS MATERIALIZED (
{due}
), held AS MATERIALIZED (
    SELECT subject FROM ops.claims
    WHERE stage = %(stage)s AND worker_id IN (SELECT worker_id FROM ops.live_workers())
), tried AS MATERIALIZED (
    SELECT subject, mark FROM ops.tries
    WHERE stage = %(stage)s AND (quarantined_at IS NOT NULL OR run_id = %(run_id)s)
), chosen AS MATERIALIZED (
    SELECT subject FROM ops.claims WHERE stage = %(stage)s AND run_id = %(run_id)s
), wanted AS MATERIALIZED (
    SELECT due.* FROM due
    LEFT JOIN chosen USING (subject)
    WHERE NOT EXISTS (SELECT FROM held WHERE held.subject = due.subject)
      AND NOT EXISTS (
        SELECT FROM tried WHERE tried.subject = due.subject AND tried.mark = due.mark
    )
    ORDER BY chosen.subject IS NULL, turn, subject
    LIMIT greatest(%(most)s, (SELECT count(*) FROM due JOIN chosen USING (subject)))
), taken AS (
    INSERT INTO ops.claims AS claims (stage, subject, run_id, worker_id)
    SELECT %(stage)s, subject, %(run_id)s, %(worker_id)s::bigint FROM wanted ORDER BY subject
    ON CONFLICT (stage, subject) DO UPDATE SET
        run_id = EXCLUDED.run_id, worker_id = EXCLUDED.worker_id, claimed_at = now()
        WHERE claims.worker_id IS NULL
           OR claims.worker_id NOT IN (SELECT worker_id FROM ops.live_workers())
    RETURNING subject
)
SELECT wanted.* FROM wanted JOIN taken USING (subject)
