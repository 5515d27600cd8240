-- Why: who publishes, what we poll, and what the feeds said.
-- Safe because: new tables.
-- Undo: DROP TABLE core.entries, core.feeds, core.publishers;
CREATE TABLE core.publishers (
    publisher_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    country text,
    first_seen_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE core.publishers IS 'Who runs a site.';
COMMENT ON COLUMN core.publishers.publisher_id IS 'Number of the publisher.';
COMMENT ON COLUMN core.publishers.name IS 'Its name as the feed list has it; a registered domain where the list has none.';
COMMENT ON COLUMN core.publishers.country IS 'ISO 3166-1 alpha-2 code, where the feed list states it.';
COMMENT ON COLUMN core.publishers.first_seen_at IS 'When it first stood in the feed list.';

CREATE TABLE core.feeds (
    feed_id text PRIMARY KEY,
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    url text NOT NULL,
    host text NOT NULL,
    title text NOT NULL DEFAULT '',
    language text,
    is_listed boolean NOT NULL DEFAULT true,
    etag text,
    last_modified text,
    body_sha256 bytea,
    next_poll_at timestamptz NOT NULL DEFAULT now(),
    poll_interval interval NOT NULL DEFAULT interval '1 hour',
    failures real NOT NULL DEFAULT 0,
    last_reason text,
    last_polled_at timestamptz,
    last_new_at timestamptz,
    stopped_at timestamptz,
    claimed_until timestamptz,
    first_seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feeds_publisher_idx ON core.feeds (publisher_id);
CREATE INDEX feeds_due_idx ON core.feeds (next_poll_at) WHERE is_listed AND stopped_at IS NULL;
COMMENT ON TABLE core.feeds IS 'URLs that list entries, and when to poll them next.';
COMMENT ON COLUMN core.feeds.feed_id IS 'Short name, from the feed list.';
COMMENT ON COLUMN core.feeds.publisher_id IS 'Whose feed it is.';
COMMENT ON COLUMN core.feeds.url IS 'Where it is polled.';
COMMENT ON COLUMN core.feeds.host IS 'Host of url, and port where it is not the usual one.';
COMMENT ON COLUMN core.feeds.title IS 'Title: the list''s, or else the feed''s own.';
COMMENT ON COLUMN core.feeds.language IS 'Language code from the list, or else the feed''s own.';
COMMENT ON COLUMN core.feeds.is_listed IS 'Whether the feed list still holds it; only those are polled.';
COMMENT ON COLUMN core.feeds.etag IS 'Validator of the last body whose entries are stored, byte for byte.';
COMMENT ON COLUMN core.feeds.last_modified IS 'The same, as a date the server wrote.';
COMMENT ON COLUMN core.feeds.body_sha256 IS 'Hash of that body.';
COMMENT ON COLUMN core.feeds.next_poll_at IS 'Due from this instant on.';
COMMENT ON COLUMN core.feeds.poll_interval IS 'Present gap between polls.';
COMMENT ON COLUMN core.feeds.failures IS 'Failures in a row, weighted by kind; 0 after a success.';
COMMENT ON COLUMN core.feeds.last_reason IS 'Reason of the last poll''s outcome.';
COMMENT ON COLUMN core.feeds.last_polled_at IS 'When it was last polled.';
COMMENT ON COLUMN core.feeds.last_new_at IS 'When it last brought a new entry.';
COMMENT ON COLUMN core.feeds.stopped_at IS 'When its server said it is gone (410); null while it is polled.';
COMMENT ON COLUMN core.feeds.claimed_until IS 'A worker holds it until then.';
COMMENT ON COLUMN core.feeds.first_seen_at IS 'When it first stood in the feed list.';
