-- Why: keys in URLs of feeds are kept beside core.feeds no more: the ledger and the history of feeds show *** in their place.
-- Safe because: only comments change; rows of before stay until their months go.
-- Undo: the comments of 0002, 0008 and 0013.
COMMENT ON COLUMN ops.fetches.url IS 'The URL asked for, without credentials; of a feed with *** for its keys.';
COMMENT ON COLUMN ops.fetches.final_url IS 'The URL that answered; of a redirect, where it leads. Of a feed with *** for its keys.';
COMMENT ON COLUMN core.feed_events.from_url IS 'Its URL before, with *** for its keys.';
COMMENT ON COLUMN core.feed_events.to_url IS 'Its URL after, with *** for its keys.';
