-- Why: whether a day is exported anew went by a number that somebody had to raise. A digest of what makes the files says it now.
-- Safe because: a column may be null that was not, and a new one has a constant default; days that are there have no digest and are exported anew, some in each run.
-- Undo: UPDATE ops.exports SET format = 1 WHERE format IS NULL; ALTER TABLE ops.exports ALTER COLUMN format SET NOT NULL;
ALTER TABLE ops.exports ALTER COLUMN format DROP NOT NULL;

COMMENT ON COLUMN ops.exports.format IS 'Of the past: number of the form of the files. What made_by says goes before.';
COMMENT ON COLUMN ops.rules.kind IS 'What they make: page, names, quotes, figures, times, places, keywords, copy, story, mart or day (of exports).';
