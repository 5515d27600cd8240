-- Why: a statement has somebody it was told to, a figure a source, a place, a day, and figures it belongs to; without them facts cannot be joined to events.
-- Safe because: new columns, null in rows that are there, and one new table.
-- Undo: DROP TABLE core.left_out_quotes; ALTER TABLE core.quotes DROP COLUMN addressee_start_char CASCADE, DROP COLUMN addressee_end_char CASCADE, DROP COLUMN addressee_text CASCADE, DROP COLUMN addressee_entity_id CASCADE, DROP COLUMN place_id CASCADE, DROP COLUMN time_id CASCADE; ALTER TABLE core.figures DROP COLUMN attributed_to_entity_id CASCADE, DROP COLUMN told_by CASCADE, DROP COLUMN place_id CASCADE, DROP COLUMN time_id CASCADE, DROP COLUMN part_of_id CASCADE, DROP COLUMN superseded_by_id CASCADE; ALTER TABLE core.times DROP COLUMN mod CASCADE, DROP COLUMN on_day CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.times
    ADD COLUMN mod text CHECK (mod IN ('APPROX', 'BEFORE', 'AFTER', 'START', 'MID', 'END', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE', 'LESS_THAN', 'MORE_THAN')),
    ADD COLUMN on_day date;
CREATE INDEX times_day_idx ON core.times (on_day) WHERE on_day IS NOT NULL;
COMMENT ON COLUMN core.times.mod IS 'How fuzzy it is, as in TIMEX3: APPROX, START, MID, END, LESS_THAN, …; null where it is plain.';
COMMENT ON COLUMN core.times.on_day IS 'The day, where the value is a day or a time of one.';

ALTER TABLE core.quotes
    ADD COLUMN addressee_start_char integer,
    ADD COLUMN addressee_end_char integer,
    ADD COLUMN addressee_text text,
    ADD COLUMN addressee_entity_id bigint REFERENCES core.entities,
    ADD COLUMN place_id bigint REFERENCES core.places ON DELETE SET NULL,
    ADD COLUMN time_id bigint REFERENCES core.times ON DELETE SET NULL;
CREATE INDEX quotes_place_idx ON core.quotes (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX quotes_time_idx ON core.quotes (time_id) WHERE time_id IS NOT NULL;
COMMENT ON COLUMN core.quotes.addressee_start_char IS 'Where it is written to whom it was said; null where the text does not tell.';
COMMENT ON COLUMN core.quotes.addressee_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.quotes.addressee_text IS 'To whom it was said, as written: reporters, the BBC.';
COMMENT ON COLUMN core.quotes.addressee_entity_id IS 'Who that is, where it is a name.';
COMMENT ON COLUMN core.quotes.place_id IS 'Where it was said, by the clause of its cue.';
COMMENT ON COLUMN core.quotes.time_id IS 'When it was said, by the clause of its cue.';

ALTER TABLE core.figures
    ADD COLUMN attributed_to_entity_id bigint REFERENCES core.entities,
    ADD COLUMN told_by text,
    ADD COLUMN place_id bigint REFERENCES core.places ON DELETE SET NULL,
    ADD COLUMN time_id bigint REFERENCES core.times ON DELETE SET NULL,
    ADD COLUMN part_of_id bigint REFERENCES core.figures ON DELETE SET NULL,
    ADD COLUMN superseded_by_id bigint REFERENCES core.figures ON DELETE SET NULL;
CREATE INDEX figures_place_idx ON core.figures (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX figures_time_idx ON core.figures (time_id) WHERE time_id IS NOT NULL;
CREATE INDEX figures_part_of_idx ON core.figures (part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX figures_superseded_by_idx ON core.figures (superseded_by_id) WHERE superseded_by_id IS NOT NULL;
COMMENT ON COLUMN core.figures.attributed_to_entity_id IS 'Who that is, where the text tells.';
COMMENT ON COLUMN core.figures.told_by IS 'The word that tells what befell those counted, as written: detained.';
COMMENT ON COLUMN core.figures.place_id IS 'The place the sentence gives for it.';
COMMENT ON COLUMN core.figures.time_id IS 'The day the sentence gives for it.';
COMMENT ON COLUMN core.figures.part_of_id IS 'The figure of the same sentence that it is a part of: including four children.';
COMMENT ON COLUMN core.figures.superseded_by_id IS 'The newer figure of the same toll: 27, for 21 in to 27 from 21.';

CREATE TABLE core.left_out_quotes (
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL CHECK (reason IN ('title', 'name', 'scare_quote', 'no_cue')),
    PRIMARY KEY (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
CREATE INDEX left_out_quotes_text_idx ON core.left_out_quotes (text_id);
COMMENT ON TABLE core.left_out_quotes IS 'Words in quotation marks that were not taken for statements.';
COMMENT ON COLUMN core.left_out_quotes.extraction_id IS 'The extraction that met them.';
COMMENT ON COLUMN core.left_out_quotes.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.left_out_quotes.start_char IS 'Where the marks open, in characters from 0.';
COMMENT ON COLUMN core.left_out_quotes.end_char IS 'Where they have closed, exclusive.';
COMMENT ON COLUMN core.left_out_quotes.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.left_out_quotes.reason IS 'title of a work; name somebody or something is known by; scare_quote: a few words nobody is quoted with; no_cue: no word of saying near by.';
