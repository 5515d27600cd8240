-- Why: each check is a task with a result of its own: what it looked at, how long it took, whether it could run at all. Kept by month like the rest of the ledger.
-- Safe because: the few rows of ops.check_results are copied; only the checks wrote that table. The indexes are on tables written in batches.
-- Undo: CREATE TABLE ops.check_results as in 0002, copy the rows back; DROP TABLE ops.checks; DROP FUNCTION ops.make_partition; DROP INDEX core.extractions_extracted_idx, core.article_versions_loaded_idx;
CREATE FUNCTION ops.make_partition(parent regclass, month date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    schema text;
    name text;
    first date := date_trunc('month', month)::date;
BEGIN
    SELECT relnamespace::regnamespace::text, relname INTO STRICT schema, name
    FROM pg_class WHERE oid = parent AND relkind = 'p'
        AND relnamespace IN ('core'::regnamespace, 'ops'::regnamespace);
    IF to_regclass(format('%I.%I', schema, name || to_char(first, '_YYYY_MM'))) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format(
        'CREATE TABLE %I.%I PARTITION OF %I.%I FOR VALUES FROM (%L) TO (%L)',
        schema, name || to_char(first, '_YYYY_MM'), schema, name,
        first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
    RETURN true;
END $$;
COMMENT ON FUNCTION ops.make_partition IS 'Make the partition of one month of a table kept by month; false if it is there.';
REVOKE EXECUTE ON FUNCTION ops.make_partition FROM public;

CREATE OR REPLACE FUNCTION ops.ensure_partitions(months_ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    parent regclass;
    made integer := 0;
BEGIN
    FOR parent IN
        SELECT partrelid::regclass FROM pg_partitioned_table JOIN pg_class ON pg_class.oid = partrelid
        WHERE partstrat = 'r' AND relnamespace IN ('core'::regnamespace, 'ops'::regnamespace)
        ORDER BY relname
    LOOP
        FOR i IN 0 .. months_ahead LOOP
            made := made + ops.make_partition(
                parent,
                ((now() AT TIME ZONE 'UTC')::date + make_interval(months => i))::date)::integer;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION ops.ensure_partitions IS 'Make the monthly partitions of every table kept by month, from this month on; returns how many were new.';

CREATE TABLE ops.checks (
    run_id text NOT NULL,
    check_name text NOT NULL,
    level text NOT NULL CHECK (level IN ('fail', 'warn')),
    looked_at text NOT NULL CHECK (looked_at IN ('run', 'all')),
    result text NOT NULL CHECK (result IN ('passed', 'found', 'broken')),
    offending bigint NOT NULL DEFAULT 0,
    sample jsonb NOT NULL DEFAULT '[]',
    detail text NOT NULL DEFAULT '',
    elapsed_ms integer,
    checked_at timestamptz NOT NULL DEFAULT clock_timestamp()
) PARTITION BY RANGE (checked_at);
CREATE INDEX checks_run_idx ON ops.checks (run_id, check_name, checked_at);
CREATE INDEX checks_name_idx ON ops.checks (check_name, checked_at);
COMMENT ON TABLE ops.checks IS 'What each check of the warehouse found, each time it ran. By month.';
COMMENT ON COLUMN ops.checks.run_id IS 'The run (ops.runs), or by-hand:<instant>.';
COMMENT ON COLUMN ops.checks.check_name IS 'The check: include/warehouse/checks/<name>.sql.';
COMMENT ON COLUMN ops.checks.level IS 'fail: what it finds makes the run red. warn: it is only told.';
COMMENT ON COLUMN ops.checks.looked_at IS 'run: what was written since the run began; all: the whole warehouse.';
COMMENT ON COLUMN ops.checks.result IS 'passed: nothing; found: rows that should not be there; broken: it could not be run, which makes the run red.';
COMMENT ON COLUMN ops.checks.offending IS 'How many rows offend; 0 is good.';
COMMENT ON COLUMN ops.checks.sample IS 'Up to ten of them.';
COMMENT ON COLUMN ops.checks.detail IS 'Why it could not be run.';
COMMENT ON COLUMN ops.checks.elapsed_ms IS 'Milliseconds it took; null for those of before this was kept.';
COMMENT ON COLUMN ops.checks.checked_at IS 'When it was done.';

DO $$
DECLARE
    month date;
BEGIN
    FOR month IN
        SELECT DISTINCT date_trunc('month', checked_at AT TIME ZONE 'UTC')::date FROM ops.check_results
    LOOP
        PERFORM ops.make_partition('ops.checks', month);
    END LOOP;
END $$;
INSERT INTO ops.checks (run_id, check_name, level, looked_at, result, offending, sample, checked_at)
SELECT run_id, check_name, level, 'all', CASE WHEN offending > 0 THEN 'found' ELSE 'passed' END,
       offending, sample, checked_at
FROM ops.check_results;
DROP TABLE ops.check_results;
SELECT ops.ensure_partitions(2);

CREATE INDEX extractions_extracted_idx ON core.extractions (extracted_at);
CREATE INDEX article_versions_loaded_idx ON core.article_versions (loaded_at);
