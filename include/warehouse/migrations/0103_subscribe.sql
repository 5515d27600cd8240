-- Why: a feed whose publisher tells a hub of news can be polled when there is some, not when it is due.
-- Safe because: a new table; a wider list of words is checked for new rows only, and holds for all that are there.
-- Undo: DROP TABLE ops.subscriptions; DELETE FROM ops.fetches WHERE kind = 'hub'; add the constraint of 0101 again; then migrate, which makes the views anew.
CREATE TABLE ops.subscriptions (
    feed_id text PRIMARY KEY,
    hub text NOT NULL,
    topic text NOT NULL,
    token_sha256 bytea NOT NULL UNIQUE,
    state text NOT NULL DEFAULT 'wanted'
        CHECK (state IN ('wanted', 'asked', 'active', 'denied', 'failed')),
    asked_at timestamptz,
    verified_at timestamptz,
    lease_until timestamptz,
    last_push_at timestamptz,
    pushes integer NOT NULL DEFAULT 0,
    refused_pushes integer NOT NULL DEFAULT 0,
    detail text NOT NULL DEFAULT ''
);
ALTER TABLE ops.fetches DROP CONSTRAINT fetches_kind_check;
ALTER TABLE ops.fetches ADD CONSTRAINT fetches_kind_check
    CHECK (kind IN ('feed', 'page', 'robots', 'wishes', 'hub')) NOT VALID;

COMMENT ON TABLE ops.subscriptions IS 'Feeds whose hubs are asked to tell us of news (WebSub), where DATELINE_PUBLIC_URL is set.';
COMMENT ON COLUMN ops.subscriptions.feed_id IS 'The feed.';
COMMENT ON COLUMN ops.subscriptions.hub IS 'The hub that the feed names.';
COMMENT ON COLUMN ops.subscriptions.topic IS 'The feed''s address as its hub knows it.';
COMMENT ON COLUMN ops.subscriptions.token_sha256 IS 'sha256 of the last part of the address that the hub calls; the address itself is kept nowhere.';
COMMENT ON COLUMN ops.subscriptions.state IS 'wanted: the feed names a hub; asked: the hub was asked, and has not called yet; active: it has, and pushes are taken; denied: it said no; failed: it could not be asked.';
COMMENT ON COLUMN ops.subscriptions.asked_at IS 'When the hub was last asked.';
COMMENT ON COLUMN ops.subscriptions.verified_at IS 'When the hub last called to hear whether we meant it.';
COMMENT ON COLUMN ops.subscriptions.lease_until IS 'Until when it holds; it is renewed before.';
COMMENT ON COLUMN ops.subscriptions.last_push_at IS 'When the hub last pushed with a right signature; the feed was due from then on.';
COMMENT ON COLUMN ops.subscriptions.pushes IS 'Pushes with a right signature.';
COMMENT ON COLUMN ops.subscriptions.refused_pushes IS 'Pushes without one, which were passed over.';
COMMENT ON COLUMN ops.subscriptions.detail IS 'Why it was denied or failed.';
COMMENT ON COLUMN ops.fetches.kind IS 'feed, page, robots (robots.txt), wishes (tdmrep.json, an RSL licence) or hub (a subscription).';
