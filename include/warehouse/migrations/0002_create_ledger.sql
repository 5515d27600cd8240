-- Why: every run, every outcome and every request is a row a user can ask about.
-- Safe because: new tables.
-- Undo: DROP TABLE ops.check_results, ops.robots, ops.hosts, ops.fetches, ops.outcomes, ops.runs; DROP FUNCTION ops.ensure_partitions;
CREATE TABLE ops.runs (
    run_id text PRIMARY KEY,
    kind text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    version text NOT NULL
);
COMMENT ON TABLE ops.runs IS 'One row a run of the pipeline, scheduled or by hand.';
COMMENT ON COLUMN ops.runs.run_id IS 'Airflow''s run id, or by-hand:<instant>.';
COMMENT ON COLUMN ops.runs.kind IS 'scheduled, manual or by_hand.';
COMMENT ON COLUMN ops.runs.started_at IS 'When the run began.';
COMMENT ON COLUMN ops.runs.finished_at IS 'When its last task ended; null while it runs or if it died.';
COMMENT ON COLUMN ops.runs.version IS 'Version of Dateline that ran.';

CREATE TABLE ops.outcomes (
    run_id text NOT NULL,
    stage text NOT NULL,
    subject_kind text NOT NULL,
    subject text NOT NULL,
    status text NOT NULL CHECK (status IN
        ('stored', 'updated', 'unchanged', 'duplicate', 'skipped', 'failed', 'retry')),
    reason text NOT NULL,
    detail text NOT NULL DEFAULT '',
    items integer NOT NULL DEFAULT 1 CHECK (items > 0),
    elapsed_ms integer,
    recorded_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (recorded_at);
CREATE INDEX outcomes_run_idx ON ops.outcomes (run_id, stage);
CREATE INDEX outcomes_subject_idx ON ops.outcomes (subject, stage, recorded_at);
COMMENT ON TABLE ops.outcomes IS
    'What each stage made of each item, exactly once per item, stage and run. By month.';
COMMENT ON COLUMN ops.outcomes.run_id IS 'The run (ops.runs).';
COMMENT ON COLUMN ops.outcomes.stage IS 'The stage: poll_feeds, read_entries, fetch_pages, clean_articles, fingerprint_texts, extract_texts, group_stories.';
COMMENT ON COLUMN ops.outcomes.subject_kind IS 'What subject names: feed, entry, page, text or article.';
COMMENT ON COLUMN ops.outcomes.subject IS 'The item: its feed id, URL or number; the feed where one row stands for several entries.';
COMMENT ON COLUMN ops.outcomes.status IS 'How the item left the stage.';
COMMENT ON COLUMN ops.outcomes.reason IS 'Why, from a closed list (ops.reasons).';
COMMENT ON COLUMN ops.outcomes.detail IS 'Particulars: a status code, an error''s first line.';
COMMENT ON COLUMN ops.outcomes.items IS 'How many items this row stands for.';
COMMENT ON COLUMN ops.outcomes.elapsed_ms IS 'Milliseconds spent on the item, where measured.';
COMMENT ON COLUMN ops.outcomes.recorded_at IS 'When it was recorded, in the transaction of what it tells of.';

CREATE TABLE ops.reasons (
    reason text PRIMARY KEY,
    explanation text NOT NULL
);
COMMENT ON TABLE ops.reasons IS 'Every reason an outcome can have, in words.';
COMMENT ON COLUMN ops.reasons.reason IS 'The reason as ops.outcomes has it.';
COMMENT ON COLUMN ops.reasons.explanation IS 'What it means.';

CREATE TABLE ops.fetches (
    run_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('feed', 'page', 'robots')),
    subject text NOT NULL,
    url text NOT NULL,
    host text NOT NULL,
    final_url text,
    http_status integer,
    reason text,
    body_bytes bigint,
    elapsed_ms integer,
    is_conditional boolean NOT NULL DEFAULT false,
    archive_path text,
    archive_offset bigint,
    archive_length bigint,
    fetched_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (fetched_at);
CREATE INDEX fetches_host_idx ON ops.fetches (host, fetched_at);
CREATE INDEX fetches_subject_idx ON ops.fetches (subject, fetched_at);
COMMENT ON TABLE ops.fetches IS 'Every request that left this machine, and what came of it. By month.';
COMMENT ON COLUMN ops.fetches.run_id IS 'The run (ops.runs).';
COMMENT ON COLUMN ops.fetches.kind IS 'feed, page or robots.';
COMMENT ON COLUMN ops.fetches.subject IS 'The feed id or page number it was for; the host for robots.';
COMMENT ON COLUMN ops.fetches.url IS 'The URL asked for, without credentials.';
COMMENT ON COLUMN ops.fetches.host IS 'Its host, and port where it is not the usual one.';
COMMENT ON COLUMN ops.fetches.final_url IS 'The URL that answered, after redirects.';
COMMENT ON COLUMN ops.fetches.http_status IS 'The final status code; null where there was no answer.';
COMMENT ON COLUMN ops.fetches.reason IS 'Why it failed (ops.reasons); null where it did not.';
COMMENT ON COLUMN ops.fetches.body_bytes IS 'Size of the body after decompression, in bytes.';
COMMENT ON COLUMN ops.fetches.elapsed_ms IS 'Milliseconds from the first byte sent to the last received.';
COMMENT ON COLUMN ops.fetches.is_conditional IS 'Whether validators were sent.';
COMMENT ON COLUMN ops.fetches.archive_path IS 'WARC file that holds the answer, relative to the archive.';
COMMENT ON COLUMN ops.fetches.archive_offset IS 'Offset of its record in that file, in bytes.';
COMMENT ON COLUMN ops.fetches.archive_length IS 'Length of its record, in bytes.';
COMMENT ON COLUMN ops.fetches.fetched_at IS 'When the answer was complete.';

CREATE TABLE ops.robots (
    host text PRIMARY KEY,
    http_status integer,
    body text NOT NULL DEFAULT '',
    fetched_at timestamptz NOT NULL
);
COMMENT ON TABLE ops.robots IS 'robots.txt of each host as last read; kept for a day.';
COMMENT ON COLUMN ops.robots.host IS 'Scheme, host and port the rules are for.';
COMMENT ON COLUMN ops.robots.http_status IS 'Its status code; null where there was no answer.';
COMMENT ON COLUMN ops.robots.body IS 'The rules as sent, cut at 500 KiB.';
COMMENT ON COLUMN ops.robots.fetched_at IS 'When it was read.';

CREATE TABLE ops.hosts (
    host text PRIMARY KEY,
    not_before timestamptz NOT NULL,
    reason text NOT NULL
);
COMMENT ON TABLE ops.hosts IS 'Hosts that asked us to wait, and until when.';
COMMENT ON COLUMN ops.hosts.host IS 'Host, and port where it is not the usual one.';
COMMENT ON COLUMN ops.hosts.not_before IS 'Nothing is fetched from it before this instant.';
COMMENT ON COLUMN ops.hosts.reason IS 'Why (ops.reasons).';

CREATE TABLE ops.check_results (
    run_id text NOT NULL,
    check_name text NOT NULL,
    level text NOT NULL CHECK (level IN ('fail', 'warn')),
    offending integer NOT NULL,
    sample jsonb NOT NULL DEFAULT '[]',
    checked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, check_name, checked_at)
);
COMMENT ON TABLE ops.check_results IS 'What the warehouse checks found.';
COMMENT ON COLUMN ops.check_results.run_id IS 'The run (ops.runs).';
COMMENT ON COLUMN ops.check_results.check_name IS 'The check''s file name without its ending.';
COMMENT ON COLUMN ops.check_results.level IS 'fail: the run is red. warn: it is only told.';
COMMENT ON COLUMN ops.check_results.offending IS 'How many rows offend; 0 is good.';
COMMENT ON COLUMN ops.check_results.sample IS 'Up to ten of them.';
COMMENT ON COLUMN ops.check_results.checked_at IS 'When the check ran.';

CREATE FUNCTION ops.ensure_partitions(months_ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ops AS $$
DECLARE
    parent text;
    month date;
    made integer := 0;
BEGIN
    FOREACH parent IN ARRAY ARRAY['outcomes', 'fetches'] LOOP
        FOR i IN 0 .. months_ahead LOOP
            month := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => i))::date;
            IF to_regclass(format('ops.%I', parent || to_char(month, '_YYYY_MM'))) IS NULL THEN
                EXECUTE format(
                    'CREATE TABLE ops.%I PARTITION OF ops.%I FOR VALUES FROM (%L) TO (%L)',
                    parent || to_char(month, '_YYYY_MM'), parent,
                    month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION ops.ensure_partitions IS 'Make the monthly partitions of the ledger from this month on; returns how many were new.';
SELECT ops.ensure_partitions(2);
