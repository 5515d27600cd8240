-- Why: "$40 million" of a paper in Sydney was told as US dollars, and nothing said how sure that was.
-- Safe because: a new column; rows that are there have none until their texts are read again.
-- Undo: ALTER TABLE core.figures DROP COLUMN currency_basis CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.figures
    ADD COLUMN currency_basis text
        CHECK (currency_basis IN ('written', 'statement', 'place', 'publisher', 'usual'));
COMMENT ON COLUMN core.figures.currency_basis IS 'How the currency of an amount is known: written beside it; statement (the text says what its figures are in); place of its sentence or text; publisher (its country''s money); usual: what that sign mostly means, and nothing better. Null where a word like pesos is all there is, and for other figures.';
