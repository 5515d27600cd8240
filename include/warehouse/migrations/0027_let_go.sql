-- Why: what is kept only for so long goes by settings: months of the ledger, old files of the archive, texts by publisher. What went is noted.
-- Safe because: a new column that may be null, a new table, new functions; nothing goes unless a setting says so.
-- Undo: DROP TABLE ops.removals; DROP FUNCTION ops.old_partitions, ops.drop_partition; ALTER TABLE core.texts DROP COLUMN removed_at CASCADE; texts that were removed stay removed.
ALTER TABLE core.texts ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN core.texts.removed_at IS 'When its body was removed by DATELINE_KEEP_TEXT_DAYS; its facts stay. Null for nearly all.';
COMMENT ON COLUMN core.texts.body IS 'The text; paragraphs are separated by one newline. Empty once removed.';

CREATE TABLE ops.removals (
    run_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('month', 'archive file', 'left-over', 'text')),
    subject text NOT NULL,
    items bigint NOT NULL,
    bytes bigint NOT NULL,
    reason text NOT NULL,
    removed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX removals_subject_idx ON ops.removals (subject);
COMMENT ON TABLE ops.removals IS 'What retention removed: one row a month of a table, a file, or the texts of a publisher.';
COMMENT ON COLUMN ops.removals.run_id IS 'The run that removed it.';
COMMENT ON COLUMN ops.removals.kind IS 'month: of a table kept by month; archive file: of raw pages; left-over: of a process that was killed; text: bodies, whose facts stay.';
COMMENT ON COLUMN ops.removals.subject IS 'The partition, the file, or the publisher.';
COMMENT ON COLUMN ops.removals.items IS 'Rows (of a month, as estimated), files or texts.';
COMMENT ON COLUMN ops.removals.bytes IS 'How large it was.';
COMMENT ON COLUMN ops.removals.reason IS 'The setting that said so.';
COMMENT ON COLUMN ops.removals.removed_at IS 'When.';

CREATE FUNCTION ops.old_partitions(keep_months integer)
RETURNS TABLE (name text, month date, items bigint, bytes bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT partitions.name, partitions.month, partitions.items, partitions.bytes
    FROM (
        SELECT child.oid::regclass::text AS name,
               to_date(right(child.relname, 7), 'YYYY_MM') AS month,
               greatest(child.reltuples, 0)::bigint AS items,
               pg_total_relation_size(child.oid) AS bytes
        FROM pg_inherits
        JOIN pg_class AS parent ON parent.oid = inhparent AND parent.relkind = 'p'
        JOIN pg_class AS child ON child.oid = inhrelid AND child.relkind = 'r'
        WHERE parent.relnamespace IN ('core'::regnamespace, 'ops'::regnamespace)
          AND child.relname ~ '_\d{4}_\d\d$'
    ) AS partitions
    WHERE partitions.month < date_trunc('month', now() AT TIME ZONE 'UTC')
        - make_interval(months => greatest(keep_months, 1))
    ORDER BY partitions.name
$$;
COMMENT ON FUNCTION ops.old_partitions IS 'Partitions of months that lie more than so many whole months back; never this month''s or the last''s.';

CREATE FUNCTION ops.drop_partition(wanted text, keep_months integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    through bigint;
    is_unread boolean;
BEGIN
    IF NOT EXISTS (SELECT FROM ops.old_partitions(keep_months) WHERE name = wanted) THEN
        RAISE EXCEPTION '% is no month older than % months', wanted, keep_months;
    END IF;
    IF wanted LIKE 'core.changes\_%' THEN
        PERFORM ops.number_changes();
        EXECUTE format(
            'SELECT max(number), coalesce(bool_or(number IS NULL), false) FROM %s', wanted::regclass)
        INTO through, is_unread;
        IF is_unread THEN
            RAISE EXCEPTION '% holds changes that are not numbered yet', wanted;
        END IF;
        UPDATE ops.change_numbers SET dropped_through = greatest(dropped_through, through);
    END IF;
    EXECUTE format('DROP TABLE %s', wanted::regclass);
END $$;
COMMENT ON FUNCTION ops.drop_partition IS 'Drop a partition that ops.old_partitions names, and note how far the change feed is kept.';
REVOKE EXECUTE ON FUNCTION ops.drop_partition FROM public;
