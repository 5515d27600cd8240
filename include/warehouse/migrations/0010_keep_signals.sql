-- Why: what publishers say of machines on their pages is a fact worth asking for.
-- Safe because: a new table, and a new column that may be null.
-- Undo: DROP TABLE core.signals; ALTER TABLE core.article_versions DROP COLUMN license;
CREATE TABLE core.signals (
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    host text NOT NULL,
    source text NOT NULL CHECK (source IN ('robots', 'header', 'page')),
    signal text NOT NULL,
    value text NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    sample_url text NOT NULL,
    PRIMARY KEY (publisher_id, host, source, signal, value)
);
ALTER TABLE core.article_versions ADD COLUMN license text;
COMMENT ON COLUMN core.article_versions.license IS 'Licence the page gives, as a URL or short name.';
COMMENT ON TABLE core.signals IS 'What publishers say of machines that use their pages: opt-outs, reservations, robots directives.';
COMMENT ON COLUMN core.signals.publisher_id IS 'The publisher.';
COMMENT ON COLUMN core.signals.host IS 'Host, and port where it is not the usual one.';
COMMENT ON COLUMN core.signals.source IS 'Where it was said: robots (robots.txt), header (a page''s answer) or page (its markup).';
COMMENT ON COLUMN core.signals.signal IS 'x-robots-tag, tdm-reservation, tdm-policy, content-usage, or the name of an AI crawler robots.txt shuts out.';
COMMENT ON COLUMN core.signals.value IS 'What was said: a directive, 1, a URL, disallow.';
COMMENT ON COLUMN core.signals.first_seen_at IS 'When it was first said.';
COMMENT ON COLUMN core.signals.last_seen_at IS 'When it was last said.';
COMMENT ON COLUMN core.signals.sample_url IS 'A URL where it was said.';
