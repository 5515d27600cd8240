-- Why: one statement is carried by many articles, often shortened or altered; who had it first, and in which wording, is what people ask.
-- Safe because: new tables; nothing that is there changes.
-- Undo: DROP TABLE core.statement_quotes, core.statements, core.quote_keys;
CREATE TABLE core.quote_keys (
    quote_id bigint PRIMARY KEY REFERENCES core.quotes ON DELETE CASCADE,
    keys bigint[] NOT NULL
);
CREATE INDEX quote_keys_idx ON core.quote_keys USING gin (keys);
COMMENT ON TABLE core.quote_keys IS 'What quotes of the same statement are found by; a quote has a row once it was looked at.';
COMMENT ON COLUMN core.quote_keys.quote_id IS 'The quote.';
COMMENT ON COLUMN core.quote_keys.keys IS 'Hashes of its runs of three words; empty where it is too short to be recognised.';

CREATE TABLE core.statements (
    statement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text NOT NULL,
    canonical_quote_id bigint NOT NULL,
    speaker_entity_id bigint REFERENCES core.entities,
    first_article_id bigint REFERENCES core.articles,
    first_published_at timestamptz,
    quotes integer NOT NULL,
    texts integer NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX statements_speaker_idx ON core.statements (speaker_entity_id);
CREATE INDEX statements_article_idx ON core.statements (first_article_id);
COMMENT ON TABLE core.statements IS 'Things said, each once, however many texts quote them.';
COMMENT ON COLUMN core.statements.statement_id IS 'Number of the statement.';
COMMENT ON COLUMN core.statements.text IS 'Its canonical wording: the fullest direct quotation, else the fullest wording.';
COMMENT ON COLUMN core.statements.canonical_quote_id IS 'The quote that has this wording.';
COMMENT ON COLUMN core.statements.speaker_entity_id IS 'Who said it, by most of its quotes.';
COMMENT ON COLUMN core.statements.first_article_id IS 'The article that carried it first.';
COMMENT ON COLUMN core.statements.first_published_at IS 'When that was published; when it was first seen, if undated.';
COMMENT ON COLUMN core.statements.quotes IS 'Number of quotes of it.';
COMMENT ON COLUMN core.statements.texts IS 'Number of independent texts they stand in.';
COMMENT ON COLUMN core.statements.updated_at IS 'When it was last joined anew.';

CREATE TABLE core.statement_quotes (
    quote_id bigint PRIMARY KEY REFERENCES core.quotes ON DELETE CASCADE,
    statement_id bigint NOT NULL REFERENCES core.statements ON DELETE CASCADE,
    is_shortened boolean NOT NULL,
    is_altered boolean NOT NULL,
    likeness real NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    changes text NOT NULL DEFAULT ''
);
CREATE INDEX statement_quotes_statement_idx ON core.statement_quotes (statement_id);
COMMENT ON TABLE core.statement_quotes IS 'Which statement each quote is of, and how its wording differs from the canonical one.';
COMMENT ON COLUMN core.statement_quotes.quote_id IS 'The quote.';
COMMENT ON COLUMN core.statement_quotes.statement_id IS 'The statement.';
COMMENT ON COLUMN core.statement_quotes.is_shortened IS 'Whether it leaves out the beginning or the end of the canonical wording.';
COMMENT ON COLUMN core.statement_quotes.is_altered IS 'Whether words within it differ.';
COMMENT ON COLUMN core.statement_quotes.likeness IS 'Share of its words that the canonical wording has in the same order.';
COMMENT ON COLUMN core.statement_quotes.changes IS 'Words within it that differ, [-canonical-] and {+its own+}.';
