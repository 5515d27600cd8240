-- Why: a figure says what is measured, whose it is, whether it is fact, and what it is set against; without them "28 percent" answers no question, and a feared toll leads a timeline.
-- Safe because: new columns; rows that are there get the status they were shown with, actual, until their texts are read again.
-- Undo: ALTER TABLE core.figures DROP COLUMN of_what_start_char CASCADE, DROP COLUMN of_what_end_char CASCADE, DROP COLUMN of_what CASCADE, DROP COLUMN holder_start_char CASCADE, DROP COLUMN holder_end_char CASCADE, DROP COLUMN holder CASCADE, DROP COLUMN holder_entity_id CASCADE, DROP COLUMN status CASCADE, DROP COLUMN compared_with_id CASCADE, DROP COLUMN change CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.figures
    ADD COLUMN of_what_start_char integer,
    ADD COLUMN of_what_end_char integer,
    ADD COLUMN of_what text,
    ADD COLUMN holder_start_char integer,
    ADD COLUMN holder_end_char integer,
    ADD COLUMN holder text,
    ADD COLUMN holder_entity_id bigint,
    ADD COLUMN status text NOT NULL DEFAULT 'actual'
        CHECK (status IN ('actual', 'forecast', 'possible', 'negated', 'earlier')),
    ADD COLUMN compared_with_id bigint,
    ADD COLUMN change text CHECK (change IN ('up', 'down'));
ALTER TABLE core.figures
    ADD CONSTRAINT figures_holder_entity_id_fkey FOREIGN KEY (holder_entity_id)
        REFERENCES core.entities NOT VALID;
COMMENT ON COLUMN core.figures.of_what_start_char IS 'Where it is written what is measured; null where the text does not tell.';
COMMENT ON COLUMN core.figures.of_what_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.figures.of_what IS 'What is measured or counted, as written: net profit, turnout.';
COMMENT ON COLUMN core.figures.holder_start_char IS 'Where it is written whose it is; null where the text does not tell.';
COMMENT ON COLUMN core.figures.holder_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.figures.holder IS 'Whose it is, as written: the company, the party.';
COMMENT ON COLUMN core.figures.holder_entity_id IS 'Who that is, where it is a name.';
COMMENT ON COLUMN core.figures.status IS 'actual, forecast (expected, planned, a target), possible (could, feared, fiction), negated (denied, none of) or earlier (an older event or period).';
COMMENT ON COLUMN core.figures.compared_with_id IS 'Number of the figure of the same text that it is set against: an earlier or expected one.';
COMMENT ON COLUMN core.figures.change IS 'up or down, where the text says that it went so.';
