-- Why: people ask what a copier added or cut, and which agency a text came from.
-- Safe because: one new column without a value and one new table; texts compared before get theirs when a text near them is compared again.
-- Undo: DROP TABLE core.copy_changes CASCADE; ALTER TABLE core.texts DROP COLUMN agency CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.texts ADD COLUMN agency text;
COMMENT ON COLUMN core.texts.agency IS 'News agency that the text itself credits, in its dateline or at its end.';

CREATE TABLE core.copy_changes (
    text_id bigint PRIMARY KEY REFERENCES core.texts,
    original_id bigint NOT NULL REFERENCES core.texts,
    added_words integer NOT NULL,
    cut_words integer NOT NULL,
    added text[] NOT NULL,
    cut text[] NOT NULL
);
CREATE INDEX copy_changes_original_idx ON core.copy_changes (original_id);
COMMENT ON TABLE core.copy_changes IS 'What each copy has beyond its original, and what of it it lacks.';
COMMENT ON COLUMN core.copy_changes.text_id IS 'The copy.';
COMMENT ON COLUMN core.copy_changes.original_id IS 'The text it was compared with.';
COMMENT ON COLUMN core.copy_changes.added_words IS 'Words of the copy outside the sequences of five that the two share.';
COMMENT ON COLUMN core.copy_changes.cut_words IS 'Words of the original outside them.';
COMMENT ON COLUMN core.copy_changes.added IS 'Passages of six words and more among those added, the first twenty.';
COMMENT ON COLUMN core.copy_changes.cut IS 'Passages of six words and more among those cut, the first twenty.';
