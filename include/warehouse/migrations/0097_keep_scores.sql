-- Why: whether an update of rules, a model or a library made extraction worse could not be seen over time.
-- Safe because: a new table.
-- Undo: DROP TABLE ops.scores CASCADE; then migrate, which makes the views anew.
CREATE TABLE ops.scores (
    run_id text NOT NULL,
    language text NOT NULL,
    kind text NOT NULL,
    expected integer NOT NULL CHECK (expected >= 0),
    found integer NOT NULL CHECK (found >= 0),
    "right" integer NOT NULL CHECK ("right" >= 0),
    documents text NOT NULL,
    config_hash text NOT NULL,
    version text NOT NULL,
    measured_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, language, kind)
);
CREATE INDEX scores_measured_idx ON ops.scores (measured_at);

COMMENT ON TABLE ops.scores IS 'How right extraction was on texts whose facts are known (seeds/gold), night by night.';
COMMENT ON COLUMN ops.scores.run_id IS 'The run that measured it.';
COMMENT ON COLUMN ops.scores.language IS 'Language of the texts.';
COMMENT ON COLUMN ops.scores.kind IS 'Kind of fact: people, bodies, places, quotes, speakers, figures or times.';
COMMENT ON COLUMN ops.scores.expected IS 'Facts that a careful reader finds.';
COMMENT ON COLUMN ops.scores.found IS 'Facts that were extracted.';
COMMENT ON COLUMN ops.scores."right" IS 'Facts that were extracted and are expected.';
COMMENT ON COLUMN ops.scores.documents IS 'Digest of the texts and what is expected of them: scores on other texts do not compare.';
COMMENT ON COLUMN ops.scores.config_hash IS 'The configuration that extracted, as in core.extractions.';
COMMENT ON COLUMN ops.scores.version IS 'Version of Dateline.';
COMMENT ON COLUMN ops.scores.measured_at IS 'When.';
