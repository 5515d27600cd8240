-- Why: the only days kept as hints are printed ones; the comments named another origin.
-- Safe because: comments are read by people alone.
-- Undo: COMMENT ON COLUMN core.article_versions.published_hint_from IS NULL
COMMENT ON COLUMN core.article_versions.published_hint_from IS 'Where that stands: markup, a printed day of unknown meaning.';
