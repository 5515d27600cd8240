-- Why: an advisory lock can be taken by whoever is logged in: a reader could stop every run. Two tasks also shared one number. Locks of tables are had only by who may write to them.
-- Safe because: new empty tables; nothing else is touched.
-- Undo: DROP TABLE ops.lock_copies, ops.lock_stories, ops.lock_names, ops.lock_statements, ops.lock_marts, ops.lock_exports
CREATE TABLE ops.lock_copies ();
CREATE TABLE ops.lock_stories ();
CREATE TABLE ops.lock_names ();
CREATE TABLE ops.lock_statements ();
CREATE TABLE ops.lock_marts ();
CREATE TABLE ops.lock_exports ();

COMMENT ON TABLE ops.lock_copies IS 'Always empty: its lock is held by who looks for copies.';
COMMENT ON TABLE ops.lock_stories IS 'Always empty: its lock is held by who reads texts for stories (many) or places them (one).';
COMMENT ON TABLE ops.lock_names IS 'Always empty: its lock is held by who joins names.';
COMMENT ON TABLE ops.lock_statements IS 'Always empty: its lock is held by who joins statements.';
COMMENT ON TABLE ops.lock_marts IS 'Always empty: its lock is held by who brings the marts up to date.';
COMMENT ON TABLE ops.lock_exports IS 'Always empty: its lock is held by who writes exports.';
