-- Why: a run has a state, the reason of it, and says what it left undone.
-- Safe because: new columns with defaults; runs that never ended are told as interrupted.
-- Undo: DROP TABLE ops.tries; ALTER TABLE ops.runs DROP COLUMN flow, DROP COLUMN state, DROP COLUMN state_reason, DROP COLUMN work_left; then migrate, which makes the views anew.
ALTER TABLE ops.runs
    ADD COLUMN flow text NOT NULL DEFAULT '',
    ADD COLUMN state text NOT NULL DEFAULT 'running'
        CHECK (state IN ('running', 'done', 'failed', 'interrupted')),
    ADD COLUMN state_reason text NOT NULL DEFAULT '',
    ADD COLUMN work_left jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN ops.runs.flow IS 'What ran: the DAG, or by_hand.';
COMMENT ON COLUMN ops.runs.state IS 'running; done: all that it chose has an outcome; failed; interrupted: what ran it died, or was stopped.';
COMMENT ON COLUMN ops.runs.state_reason IS 'Why it failed or was interrupted, in a line; empty otherwise.';
COMMENT ON COLUMN ops.runs.work_left IS 'What it chose and left without an outcome, as it closed: [{"stage", "items", "oldest"}]. The next run takes it up.';
COMMENT ON COLUMN ops.runs.finished_at IS 'When its last task ended; null while it runs or if it was interrupted.';
UPDATE ops.runs SET state = CASE WHEN finished_at IS NULL THEN 'interrupted' ELSE 'done' END;

CREATE TABLE ops.tries (
    stage text NOT NULL,
    subject text NOT NULL,
    mark text NOT NULL DEFAULT '',
    tries integer NOT NULL CHECK (tries > 0),
    reason text NOT NULL,
    detail text NOT NULL DEFAULT '',
    run_id text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    last_at timestamptz NOT NULL DEFAULT now(),
    quarantined_at timestamptz,
    PRIMARY KEY (stage, subject)
);
COMMENT ON TABLE ops.tries IS 'Items whose worker was stopped or died: tried again, alone and with more time, in later runs, and after so many tries in quarantine. Success removes the row.';
COMMENT ON COLUMN ops.tries.stage IS 'The stage: clean_articles or extract_texts.';
COMMENT ON COLUMN ops.tries.subject IS 'The item: a page''s or text''s number.';
COMMENT ON COLUMN ops.tries.mark IS 'What was tried: the hash of the page''s body, or of the extraction''s configuration. Another one is a new item.';
COMMENT ON COLUMN ops.tries.tries IS 'How often.';
COMMENT ON COLUMN ops.tries.reason IS 'Why the last try failed (ops.reasons).';
COMMENT ON COLUMN ops.tries.detail IS 'Its particulars.';
COMMENT ON COLUMN ops.tries.run_id IS 'The run of the last try; the same run does not try it again.';
COMMENT ON COLUMN ops.tries.since IS 'When the first try failed.';
COMMENT ON COLUMN ops.tries.last_at IS 'When the last try failed.';
COMMENT ON COLUMN ops.tries.quarantined_at IS 'Since when it is not tried any more; null while it is.';
