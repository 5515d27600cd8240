-- Why: pages that may hold no article were refused, and real articles among them were lost; and a day of unknown meaning was taken for that of publication.
-- Safe because: new columns without default are added at once; versions that are there stay without doubt and hint.
-- Undo: ALTER TABLE core.article_versions DROP COLUMN doubt, DROP COLUMN doubt_score, DROP COLUMN doubt_detail, DROP COLUMN published_hint, DROP COLUMN published_hint_from
ALTER TABLE core.article_versions
    ADD COLUMN doubt text CHECK (doubt ~ '^[a-z_]+$'),
    ADD COLUMN doubt_score real CHECK (doubt_score BETWEEN 0 AND 1),
    ADD COLUMN doubt_detail text,
    ADD COLUMN published_hint timestamptz,
    ADD COLUMN published_hint_from text CHECK (published_hint_from ~ '^[a-z_]+$');

COMMENT ON COLUMN core.article_versions.doubt IS 'Why it may be no article, or not all of one: listing, table, gallery, media, offer, short, paywall, consent or service; null where nothing speaks against it. Articles in doubt are in no story.';
COMMENT ON COLUMN core.article_versions.doubt_score IS 'How likely that is, 0 to 1.';
COMMENT ON COLUMN core.article_versions.doubt_detail IS 'What was seen, in words.';
COMMENT ON COLUMN core.article_versions.published_hint IS 'A day the page names, perhaps that of publication, where it states none (published_at is null).';
COMMENT ON COLUMN core.article_versions.published_hint_from IS 'Where that stands: markup (a printed day or time element of unknown meaning) or url (the path of the address).';
