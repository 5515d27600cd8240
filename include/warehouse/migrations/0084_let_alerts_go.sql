-- Why: old alerts go with the months of the ledger that they tell of; only then may ops.removals say so.
-- Safe because: the constraint allows more than before; the table has a row for each removal, so it is small.
-- Undo: DELETE FROM ops.removals WHERE kind = 'alert'; ALTER TABLE ops.removals DROP CONSTRAINT removals_kind_check, ADD CONSTRAINT removals_kind_check CHECK (kind IN ('month', 'archive file', 'left-over', 'text'));
ALTER TABLE ops.removals
    DROP CONSTRAINT removals_kind_check,
    ADD CONSTRAINT removals_kind_check
        CHECK (kind IN ('month', 'alert', 'archive file', 'left-over', 'text'))
        NOT VALID;
COMMENT ON TABLE ops.removals IS 'What retention removed: one row a month of a table, a file, the texts of a publisher, or the alerts of past months.';
COMMENT ON COLUMN ops.removals.kind IS 'month: of a table kept by month; alert: of a month no longer kept; archive file: of raw pages; left-over: of a process that was killed; text: bodies, whose facts stay.';
COMMENT ON COLUMN ops.removals.subject IS 'The partition, the file, the publisher, or ops.alerts.';
COMMENT ON COLUMN ops.removals.items IS 'Rows (of a month, as estimated), alerts, files or texts.';
