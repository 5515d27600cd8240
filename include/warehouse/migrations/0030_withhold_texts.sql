-- Why: some publishers' licences let us keep facts and not show texts; who may see what is a fact of the publisher.
-- Safe because: columns with constant defaults, which rewrites nothing.
-- Undo: ALTER TABLE core.publishers DROP COLUMN text_shown CASCADE, DROP COLUMN licence CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.publishers
    ADD COLUMN text_shown boolean NOT NULL DEFAULT true,
    ADD COLUMN licence text;
COMMENT ON COLUMN core.publishers.text_shown IS 'Whether readers may see its texts; facts, headlines and spans are shown either way. Set by mart.show_texts.';
COMMENT ON COLUMN core.publishers.licence IS 'Why: the licence or agreement, in words.';
