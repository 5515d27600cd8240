-- Why: what somebody should hear of (a failed run, a failing feed, a silent correction, …) is a row, told once on each channel and tried again where a channel is down.
-- Safe because: a new, empty table.
-- Undo: DROP TABLE ops.alerts;
CREATE TABLE ops.alerts (
    alert_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    subject text NOT NULL,
    dedup_key text NOT NULL UNIQUE,
    sentence text NOT NULL,
    url text,
    query text NOT NULL,
    evidence jsonb NOT NULL DEFAULT '{}',
    run_id text,
    raised_at timestamptz NOT NULL DEFAULT now(),
    channel text[] NOT NULL DEFAULT '{}',
    sent_at timestamptz,
    answer text NOT NULL DEFAULT '',
    tries integer NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    given_up_at timestamptz
);
CREATE INDEX alerts_raised_idx ON ops.alerts (raised_at);
COMMENT ON TABLE ops.alerts IS 'What somebody should hear of, once each: written first, sent afterwards on the channels of DATELINE_ALERT_URLS.';
COMMENT ON COLUMN ops.alerts.alert_id IS 'Number of the alert.';
COMMENT ON COLUMN ops.alerts.kind IS 'failed_run, late_run, failed_check, failing_feed, quiet_publisher, silent_correction, disputed_toll or watchlist_hit.';
COMMENT ON COLUMN ops.alerts.subject IS 'What it is about: a run, check, feed, publisher, article, story or watchlist.';
COMMENT ON COLUMN ops.alerts.dedup_key IS 'Names the occurrence: what is raised again under it is not told again. Receivers get it as id.';
COMMENT ON COLUMN ops.alerts.sentence IS 'What happened, in one sentence.';
COMMENT ON COLUMN ops.alerts.url IS 'Where to look: the article, or the run in Airflow; null where there is no such place.';
COMMENT ON COLUMN ops.alerts.query IS 'SQL that shows more, for whoever reads the warehouse.';
COMMENT ON COLUMN ops.alerts.evidence IS 'The row it was raised from.';
COMMENT ON COLUMN ops.alerts.run_id IS 'The run that raised it (ops.runs), where one did.';
COMMENT ON COLUMN ops.alerts.raised_at IS 'When it was raised.';
COMMENT ON COLUMN ops.alerts.channel IS 'Channels that took it: the scheme of each address, numbered from the second of a scheme on.';
COMMENT ON COLUMN ops.alerts.sent_at IS 'When the last of the channels had taken it; null while one has not, or there are none.';
COMMENT ON COLUMN ops.alerts.answer IS 'What each channel answered last.';
COMMENT ON COLUMN ops.alerts.tries IS 'How often it was tried.';
COMMENT ON COLUMN ops.alerts.next_try_at IS 'Not tried before this instant.';
COMMENT ON COLUMN ops.alerts.given_up_at IS 'When it was given up after its last try; null while there are more.';
