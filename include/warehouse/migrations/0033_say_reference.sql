-- Why: a relative time in a revised text is that of the revision or of the first publication; which was taken was not told.
-- Safe because: a new column without default is added at once; nothing reads it before it is written.
-- Undo: ALTER TABLE core.extractions DROP COLUMN reference_from
ALTER TABLE core.extractions ADD COLUMN reference_from text
    CHECK (reference_from IN ('publication', 'revision'));

COMMENT ON COLUMN core.extractions.reference_from IS 'What reference_at is: publication (the first of the article) or revision (as the page states it); null where no instant is known.';
