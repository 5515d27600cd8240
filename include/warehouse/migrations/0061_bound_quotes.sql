-- Why: statements of one text no longer lie in one another, and their number is bounded; what is cut is told.
-- Safe because: the new check allows all that the old one did.
-- Undo: DELETE FROM core.left_out_quotes WHERE reason IN ('overlaps', 'too_many'); ALTER TABLE core.left_out_quotes DROP CONSTRAINT left_out_quotes_reason_check, ADD CHECK (reason IN ('title', 'name', 'scare_quote', 'no_cue'));
ALTER TABLE core.left_out_quotes DROP CONSTRAINT left_out_quotes_reason_check,
    ADD CONSTRAINT left_out_quotes_reason_check
    CHECK (reason IN ('title', 'name', 'scare_quote', 'no_cue', 'overlaps', 'too_many')) NOT VALID;

COMMENT ON COLUMN core.left_out_quotes.reason IS 'title of a work; name somebody or something is known by; scare_quote: a few words nobody is quoted with; no_cue: no word of saying near by; overlaps: words of another statement of the text; too_many: beyond what is kept of one text.';
