-- Why: two processes that send alerts at once would tell everything twice; an advisory lock could be held by any reader.
-- Safe because: a new, empty table.
-- Undo: DROP TABLE ops.lock_alerts
CREATE TABLE ops.lock_alerts ();

COMMENT ON TABLE ops.lock_alerts IS 'Always empty: its lock is held by who sends alerts.';
