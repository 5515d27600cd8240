-- Why: a quote of two sentences made one statement of papers that share no word; it is of one now, and holds the other.
-- Safe because: a new table and a column with a constant default; statements of several quotes are joined anew by the next run, and keep their numbers where they stay together.
-- Undo: DROP TABLE core.statement_parts CASCADE; ALTER TABLE core.statements DROP COLUMN is_outdated CASCADE; then migrate, which makes the views anew.
CREATE TABLE core.statement_parts (
    quote_id bigint NOT NULL REFERENCES core.quotes ON DELETE CASCADE,
    statement_id bigint NOT NULL REFERENCES core.statements ON DELETE CASCADE,
    is_shortened boolean NOT NULL,
    is_altered boolean NOT NULL,
    likeness real NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    changes text NOT NULL DEFAULT '',
    PRIMARY KEY (statement_id, quote_id)
);
CREATE INDEX statement_parts_quote_idx ON core.statement_parts (quote_id);
COMMENT ON TABLE core.statement_parts IS 'Quotes that hold a statement among more: of two sentences, one is of another statement (core.statement_quotes).';
COMMENT ON COLUMN core.statement_parts.quote_id IS 'The quote.';
COMMENT ON COLUMN core.statement_parts.statement_id IS 'The statement it holds too.';
COMMENT ON COLUMN core.statement_parts.is_shortened IS 'Whether it leaves out the beginning or the end of the canonical wording.';
COMMENT ON COLUMN core.statement_parts.is_altered IS 'Whether words within it differ.';
COMMENT ON COLUMN core.statement_parts.likeness IS 'Share of the words in that stretch that the canonical wording has in the same order.';
COMMENT ON COLUMN core.statement_parts.changes IS 'Words within it that differ, [-canonical-] and {+its own+}.';

ALTER TABLE core.statements ADD COLUMN is_outdated boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN core.statements.is_outdated IS 'Whether older rules joined it: the next run joins it anew.';
UPDATE core.statements SET is_outdated = true WHERE quotes > 1;
COMMENT ON COLUMN core.statements.quotes IS 'Number of quotes of it, those that hold it among more too.';
