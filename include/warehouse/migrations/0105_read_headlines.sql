-- Why: a toll or a profit that stands in the headline alone was told by no row.
-- Safe because: new columns, and offsets that may be null from now on; rows that are there keep theirs.
-- Undo: DELETE FROM core.figures WHERE headline IS NOT NULL; ALTER TABLE core.figures DROP COLUMN headline CASCADE, DROP COLUMN headline_start_char CASCADE, DROP COLUMN headline_end_char CASCADE, ALTER COLUMN start_char SET NOT NULL, ALTER COLUMN end_char SET NOT NULL; then migrate, which makes the views anew.
ALTER TABLE core.figures
    ADD COLUMN headline text,
    ADD COLUMN headline_start_char integer,
    ADD COLUMN headline_end_char integer,
    ALTER COLUMN start_char DROP NOT NULL,
    ALTER COLUMN end_char DROP NOT NULL;
ALTER TABLE core.figures
    ADD CONSTRAINT figures_stand_somewhere CHECK (
        (start_char IS NULL) = (headline IS NOT NULL)
        AND (start_char IS NULL) = (end_char IS NULL)
        AND (headline IS NULL) = (headline_start_char IS NULL)
        AND (headline IS NULL) = (headline_end_char IS NULL)) NOT VALID;
COMMENT ON COLUMN core.figures.headline IS 'The headline that the figure stands in, as it was read, where the text itself does not tell it; null where it stands in the text.';
COMMENT ON COLUMN core.figures.headline_start_char IS 'Where it begins in that headline, in characters from 0.';
COMMENT ON COLUMN core.figures.headline_end_char IS 'Where it ends there, exclusive.';
COMMENT ON COLUMN core.figures.start_char IS 'Where it begins in the text, in characters from 0; null where it stands in the headline alone.';
COMMENT ON COLUMN core.figures.end_char IS 'Where it ends there, exclusive.';
COMMENT ON COLUMN core.figures.text IS 'The characters from start_char to end_char, or those of the headline.';
COMMENT ON COLUMN core.figures.of_what_start_char IS 'Where it is written what is measured, in the text or in the headline, wherever the figure stands; null where nothing tells.';
COMMENT ON COLUMN core.figures.holder_start_char IS 'Where it is written whose it is, in the text or in the headline, wherever the figure stands; null where nothing tells.';
