-- Why: the layers of the warehouse: truth, views for people, and the ledger of the work.
-- Safe because: creates only what is not there.
-- Undo: DROP SCHEMA core, mart CASCADE; (ops also holds the ledger of migrations)
CREATE SCHEMA IF NOT EXISTS core;
CREATE SCHEMA IF NOT EXISTS mart;
CREATE SCHEMA IF NOT EXISTS ops;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
COMMENT ON SCHEMA core IS 'Normalized truth: feeds, pages, articles, texts, facts, stories.';
COMMENT ON SCHEMA ops IS 'The ledger of the work: runs, outcomes, fetches, checks.';
