-- Why: feeds move and merge, entries are edited, pages move and vanish, and each is worth a row.
-- Safe because: new tables, and new columns that are null or have a constant default.
-- Undo: DROP TABLE core.entry_versions, core.page_events, core.feed_events; drop the columns added here.
ALTER TABLE core.feeds
    ADD COLUMN per_day real,
    ADD COLUMN listed integer,
    ADD COLUMN last_full_at timestamptz,
    ADD COLUMN moving_to text,
    ADD COLUMN moving_polls integer NOT NULL DEFAULT 0,
    ADD COLUMN moving_since timestamptz,
    ADD COLUMN listed_url text,
    ADD COLUMN merged_into text REFERENCES core.feeds,
    ADD COLUMN archive_path text,
    ADD COLUMN archive_offset bigint,
    ADD COLUMN archive_length bigint;
UPDATE core.feeds SET listed_url = url;
ALTER TABLE core.feeds ALTER COLUMN listed_url SET NOT NULL;
COMMENT ON COLUMN core.feeds.url IS 'Where it is polled now; follows permanent redirects that have held.';
COMMENT ON COLUMN core.feeds.per_day IS 'New entries a day, smoothed over its polls; null until known.';
COMMENT ON COLUMN core.feeds.listed IS 'Entries in its document when that was last read.';
COMMENT ON COLUMN core.feeds.last_full_at IS 'When a whole body (status 200) last came; a 304 brings none.';
COMMENT ON COLUMN core.feeds.moving_to IS 'Where it permanently redirects to (301, 308), while that is on trial.';
COMMENT ON COLUMN core.feeds.moving_polls IS 'Polls in a row that redirected there.';
COMMENT ON COLUMN core.feeds.moving_since IS 'When the first of them was made.';
COMMENT ON COLUMN core.feeds.listed_url IS 'Its URL as the feed list has it.';
COMMENT ON COLUMN core.feeds.merged_into IS 'The feed that is polled in its stead, since both led to one URL.';
COMMENT ON COLUMN core.feeds.archive_path IS 'WARC file that holds its last body, relative to the archive.';
COMMENT ON COLUMN core.feeds.archive_offset IS 'Offset of its record, in bytes.';
COMMENT ON COLUMN core.feeds.archive_length IS 'Length of its record, in bytes.';

CREATE TABLE core.feed_events (
    feed_id text NOT NULL REFERENCES core.feeds,
    kind text NOT NULL CHECK (kind IN ('moved', 'merged', 'stopped', 'revived')),
    from_url text,
    to_url text,
    detail text NOT NULL DEFAULT '',
    happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feed_events_feed_idx ON core.feed_events (feed_id, happened_at);
COMMENT ON TABLE core.feed_events IS 'What happened to feeds: moved, merged with another, stopped by 410, polled again.';
COMMENT ON COLUMN core.feed_events.feed_id IS 'The feed.';
COMMENT ON COLUMN core.feed_events.kind IS 'moved, merged, stopped or revived.';
COMMENT ON COLUMN core.feed_events.from_url IS 'Its URL before.';
COMMENT ON COLUMN core.feed_events.to_url IS 'Its URL after.';
COMMENT ON COLUMN core.feed_events.detail IS 'Particulars: the feed it was merged with, the status that stopped it.';
COMMENT ON COLUMN core.feed_events.happened_at IS 'When.';

ALTER TABLE core.entries
    ADD COLUMN sightings integer NOT NULL DEFAULT 1,
    ADD COLUMN same_as bigint REFERENCES core.entries;
CREATE INDEX entries_same_as_idx ON core.entries (same_as) WHERE same_as IS NOT NULL;
COMMENT ON COLUMN core.entries.sightings IS 'Polls whose document listed it.';
COMMENT ON COLUMN core.entries.same_as IS 'The entry of this feed that it repeats under a new identifier; null for most.';

CREATE TABLE core.entry_versions (
    entry_key bigint NOT NULL REFERENCES core.entries,
    number integer NOT NULL,
    url text,
    title text NOT NULL,
    authors text[] NOT NULL,
    summary text NOT NULL,
    published_at timestamptz,
    updated_at timestamptz,
    tags text[] NOT NULL,
    content_sha256 bytea NOT NULL,
    stood_until timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (entry_key, number)
);
COMMENT ON TABLE core.entry_versions IS 'What an entry said before its feed edited it; what it says now is in core.entries.';
COMMENT ON COLUMN core.entry_versions.entry_key IS 'The entry.';
COMMENT ON COLUMN core.entry_versions.number IS '1 for what it said first, and so on.';
COMMENT ON COLUMN core.entry_versions.url IS 'Where it led.';
COMMENT ON COLUMN core.entry_versions.title IS 'Title then.';
COMMENT ON COLUMN core.entry_versions.authors IS 'Author names then.';
COMMENT ON COLUMN core.entry_versions.summary IS 'Summary then.';
COMMENT ON COLUMN core.entry_versions.published_at IS 'Publication instant claimed then.';
COMMENT ON COLUMN core.entry_versions.updated_at IS 'Update instant claimed then.';
COMMENT ON COLUMN core.entry_versions.tags IS 'Categories then.';
COMMENT ON COLUMN core.entry_versions.content_sha256 IS 'Hash of what it said.';
COMMENT ON COLUMN core.entry_versions.stood_until IS 'When we first saw other words in its place.';

CREATE TABLE core.page_events (
    page_id bigint NOT NULL REFERENCES core.pages,
    kind text NOT NULL CHECK (kind IN ('moved', 'gone', 'back', 'changed')),
    from_url text,
    to_url text,
    http_status integer,
    happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX page_events_page_idx ON core.page_events (page_id, happened_at);
COMMENT ON TABLE core.page_events IS 'What happened to pages after their first good answer: moved, gone, back, changed.';
COMMENT ON COLUMN core.page_events.page_id IS 'The page.';
COMMENT ON COLUMN core.page_events.kind IS 'moved: another URL answers; gone: 404 or 410; back: it answers again; changed: other bytes.';
COMMENT ON COLUMN core.page_events.from_url IS 'The URL that answered before.';
COMMENT ON COLUMN core.page_events.to_url IS 'The URL that answers now.';
COMMENT ON COLUMN core.page_events.http_status IS 'Status code that told it.';
COMMENT ON COLUMN core.page_events.happened_at IS 'When we found it so.';

ALTER TABLE core.pages ADD COLUMN ladder integer NOT NULL DEFAULT 0;
UPDATE core.pages SET ladder = checks;
COMMENT ON COLUMN core.pages.ladder IS 'Looks for edits since its first fetch or last edit: how far it is on the ladder of re-checks.';
CREATE INDEX pages_body_idx ON core.pages (body_sha256) WHERE body_sha256 IS NOT NULL;

ALTER TABLE ops.fetches
    ADD COLUMN is_sent boolean NOT NULL DEFAULT true,
    ADD COLUMN robots text CHECK (robots IN ('allowed', 'disallowed', 'unreachable')),
    ADD COLUMN wire_bytes bigint,
    ADD COLUMN redirects integer NOT NULL DEFAULT 0,
    ADD COLUMN retry_after_s real,
    ADD COLUMN body_sha256 bytea;
COMMENT ON TABLE ops.fetches IS 'Every request we wanted to make, and what came of it: the receipt of our manners. By month.';
COMMENT ON COLUMN ops.fetches.is_sent IS 'Whether it left this machine; false where manners or limits held it back.';
COMMENT ON COLUMN ops.fetches.robots IS 'What robots.txt said: allowed, disallowed, unreachable; null where it was not asked.';
COMMENT ON COLUMN ops.fetches.wire_bytes IS 'Size of the body as it came, in bytes.';
COMMENT ON COLUMN ops.fetches.redirects IS 'Redirects followed.';
COMMENT ON COLUMN ops.fetches.retry_after_s IS 'Seconds the server asked us to wait.';
COMMENT ON COLUMN ops.fetches.body_sha256 IS 'Hash of the body.';
