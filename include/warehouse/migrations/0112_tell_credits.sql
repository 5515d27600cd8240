-- Why: an agency is credited in a dateline, a byline or at the foot, or only thanked for help; which, is what agency copy is counted by.
-- Safe because: a new column; pages cleaned by older rules have none until they are cleaned again.
-- Undo: ALTER TABLE core.article_versions DROP COLUMN credit_from CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.article_versions
    ADD COLUMN credit_from text CHECK (credit_from IN ('dateline', 'byline', 'foot', 'help'));
COMMENT ON COLUMN core.article_versions.credit_from IS 'Where the agency is credited: dateline, byline, foot (a line at the end), or help: the page only says that it helped.';
