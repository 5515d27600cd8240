-- Why: what a dead worker held must be free at once, and what a run chose and left must be known.
-- Safe because: new tables, and claims by time are dropped, which held for an hour at most.
-- Undo: DROP FUNCTION ops.live_workers; DROP TABLE ops.claims, ops.workers; ALTER TABLE core.pages ADD COLUMN claimed_until timestamptz; ALTER TABLE core.feeds ADD COLUMN claimed_until timestamptz;
CREATE TABLE ops.workers (
    worker_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id text NOT NULL,
    stage text NOT NULL,
    task text NOT NULL DEFAULT '',
    map_index integer NOT NULL DEFAULT -1,
    try_number integer NOT NULL DEFAULT 0,
    host text NOT NULL,
    pid integer NOT NULL,
    backend_pid integer NOT NULL,
    backend_start timestamptz NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    superseded_at timestamptz
);
CREATE INDEX workers_run_idx ON ops.workers (run_id, task, map_index);
COMMENT ON TABLE ops.workers IS 'Processes that hold work. One that ends in order takes its row along; a dead one leaves it, for a week.';
COMMENT ON COLUMN ops.workers.worker_id IS 'Number of the worker.';
COMMENT ON COLUMN ops.workers.run_id IS 'The run it works for (ops.runs).';
COMMENT ON COLUMN ops.workers.stage IS 'The stage it works in; run where it stands for a whole run by hand.';
COMMENT ON COLUMN ops.workers.task IS 'Its task in Airflow; empty in a run by hand.';
COMMENT ON COLUMN ops.workers.map_index IS 'Which batch of the task; -1 where it has none.';
COMMENT ON COLUMN ops.workers.try_number IS 'Which try of the task; 0 in a run by hand.';
COMMENT ON COLUMN ops.workers.host IS 'The machine it runs on.';
COMMENT ON COLUMN ops.workers.pid IS 'Its process there.';
COMMENT ON COLUMN ops.workers.backend_pid IS 'The server process of the session that it keeps open for as long as it lives.';
COMMENT ON COLUMN ops.workers.backend_start IS 'When that session began: with its process it names one session for good.';
COMMENT ON COLUMN ops.workers.started_at IS 'When it began.';
COMMENT ON COLUMN ops.workers.beat_at IS 'When it last said that it lives.';
COMMENT ON COLUMN ops.workers.superseded_at IS 'When a later try of the same task took its place; null otherwise.';

CREATE FUNCTION ops.live_workers() RETURNS TABLE (worker_id bigint, run_id text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, ops AS $$
    SELECT workers.worker_id, workers.run_id
    FROM ops.workers
    JOIN pg_stat_activity AS session ON session.pid = workers.backend_pid
        -- another role's session may hide when it began: then the beat alone decides
        AND coalesce(session.backend_start = workers.backend_start, true)
    WHERE workers.superseded_at IS NULL
      AND workers.beat_at > clock_timestamp() - interval '90 seconds'
$$;
COMMENT ON FUNCTION ops.live_workers IS 'Workers whose session is open on this server, whose last beat is at most 90 seconds old, and whose task has no later try.';

CREATE TABLE ops.claims (
    stage text NOT NULL,
    subject text NOT NULL,
    run_id text NOT NULL,
    worker_id bigint REFERENCES ops.workers ON DELETE SET NULL,
    claimed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stage, subject)
);
CREATE INDEX claims_run_idx ON ops.claims (run_id);
CREATE INDEX claims_worker_idx ON ops.claims (worker_id) WHERE worker_id IS NOT NULL;
COMMENT ON TABLE ops.claims IS 'Items that a run has chosen and that have no outcome yet. The outcome''s transaction removes the row.';
COMMENT ON COLUMN ops.claims.stage IS 'The stage that is to work on it: poll_feeds, fetch_pages, import_pages, clean_articles or extract_texts.';
COMMENT ON COLUMN ops.claims.subject IS 'The item: a feed id, a page''s or text''s number, or the URL of a file.';
COMMENT ON COLUMN ops.claims.run_id IS 'The run that answers for it: the last one that chose or took it.';
COMMENT ON COLUMN ops.claims.worker_id IS 'Who works on it (ops.workers); null while nobody does. It holds only while that worker lives.';
COMMENT ON COLUMN ops.claims.claimed_at IS 'When it was chosen, or taken by its worker.';

-- The code that knew these columns is gone with them.
-- squawk-ignore ban-drop-column
ALTER TABLE core.pages DROP COLUMN claimed_until;
-- squawk-ignore ban-drop-column
ALTER TABLE core.feeds DROP COLUMN claimed_until;
