-- Why: an agency is credited in a dateline, a byline or at the foot, or only thanked for help; which, is what agency copy is counted by.
-- Safe because: new columns; pages cleaned by older rules have none until they are cleaned again.
-- Undo: ALTER TABLE core.article_versions DROP COLUMN credit_from CASCADE; ALTER TABLE core.publishers DROP COLUMN agency_site CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.article_versions
    ADD COLUMN credit_from text CHECK (credit_from IN ('dateline', 'byline', 'foot', 'help'));
COMMENT ON COLUMN core.article_versions.credit_from IS 'Where the agency is credited: dateline, byline, foot (a line at the end), or help: the page only says that it helped.';

ALTER TABLE core.publishers ADD COLUMN agency_site text;
COMMENT ON COLUMN core.publishers.agency_site IS 'Derived: the news agency whose own site it is; null for all others.';
