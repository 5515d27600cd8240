-- Why: what the feeds listed and the pages behind it.
-- Safe because: new tables.
-- Undo: DROP TABLE core.entries, core.pages;
CREATE TABLE core.pages (
    page_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url text NOT NULL,
    canonical_url text NOT NULL,
    url_sha256 bytea NOT NULL UNIQUE,
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    host text NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    next_fetch_at timestamptz DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    checks integer NOT NULL DEFAULT 0,
    claimed_until timestamptz,
    final_url text,
    http_status integer,
    last_reason text,
    content_type text,
    etag text,
    last_modified text,
    body_sha256 bytea,
    fetched_at timestamptz,
    archive_path text,
    archive_offset bigint,
    archive_length bigint,
    cleaned_sha256 bytea,
    cleaned_by text,
    clean_reason text,
    cleaned_at timestamptz,
    article_id bigint,
    gone_at timestamptz
);
CREATE INDEX pages_due_idx ON core.pages (next_fetch_at) WHERE next_fetch_at IS NOT NULL;
CREATE INDEX pages_uncleaned_idx ON core.pages (page_id)
    WHERE body_sha256 IS NOT NULL AND cleaned_sha256 IS DISTINCT FROM body_sha256;
CREATE INDEX pages_article_idx ON core.pages (article_id);
CREATE INDEX pages_publisher_idx ON core.pages (publisher_id);
COMMENT ON TABLE core.pages IS 'URLs that entries led to, and the last good answer of each.';
COMMENT ON COLUMN core.pages.page_id IS 'Number of the page.';
COMMENT ON COLUMN core.pages.url IS 'The URL to fetch, as its entry had it.';
COMMENT ON COLUMN core.pages.canonical_url IS 'Its normal form.';
COMMENT ON COLUMN core.pages.url_sha256 IS 'sha256 of the normal form: the key, since URLs can be longer than an index takes.';
COMMENT ON COLUMN core.pages.publisher_id IS 'Publisher of the feed that first listed it.';
COMMENT ON COLUMN core.pages.host IS 'Host of url, and port where it is not the usual one.';
COMMENT ON COLUMN core.pages.first_seen_at IS 'When a feed first listed it.';
COMMENT ON COLUMN core.pages.next_fetch_at IS 'Due from this instant on; null when it need not be fetched again.';
COMMENT ON COLUMN core.pages.attempts IS 'Failed attempts in a row.';
COMMENT ON COLUMN core.pages.checks IS 'Good fetches so far; later ones look for edits.';
COMMENT ON COLUMN core.pages.claimed_until IS 'A worker holds it until then.';
COMMENT ON COLUMN core.pages.final_url IS 'The URL that answered, after redirects.';
COMMENT ON COLUMN core.pages.http_status IS 'Last status code.';
COMMENT ON COLUMN core.pages.last_reason IS 'Reason of the last fetch''s outcome.';
COMMENT ON COLUMN core.pages.content_type IS 'Content-Type of the last good answer.';
COMMENT ON COLUMN core.pages.etag IS 'Validator of the last good answer.';
COMMENT ON COLUMN core.pages.last_modified IS 'The same, as a date the server wrote.';
COMMENT ON COLUMN core.pages.body_sha256 IS 'Hash of the last good answer''s bytes.';
COMMENT ON COLUMN core.pages.fetched_at IS 'When that answer was fetched.';
COMMENT ON COLUMN core.pages.archive_path IS 'WARC file that holds it, relative to the archive.';
COMMENT ON COLUMN core.pages.archive_offset IS 'Offset of its record, in bytes.';
COMMENT ON COLUMN core.pages.archive_length IS 'Length of its record, in bytes.';
COMMENT ON COLUMN core.pages.cleaned_sha256 IS 'Hash of the bytes last cleaned; differs from body_sha256 while cleaning is due.';
COMMENT ON COLUMN core.pages.cleaned_by IS 'Cleaner and version that did it.';
COMMENT ON COLUMN core.pages.clean_reason IS 'Reason of the last cleaning''s outcome.';
COMMENT ON COLUMN core.pages.cleaned_at IS 'When it was cleaned.';
COMMENT ON COLUMN core.pages.article_id IS 'The article it holds, if it holds one.';
COMMENT ON COLUMN core.pages.gone_at IS 'When its server said 404 or 410 after it had once answered.';

CREATE TABLE core.entries (
    entry_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed_id text NOT NULL REFERENCES core.feeds,
    entry_id text NOT NULL,
    entry_sha256 bytea NOT NULL,
    url text,
    title text NOT NULL,
    authors text[] NOT NULL DEFAULT '{}',
    summary text NOT NULL DEFAULT '',
    published_at timestamptz,
    updated_at timestamptz,
    language text,
    tags text[] NOT NULL DEFAULT '{}',
    content_sha256 bytea NOT NULL,
    page_id bigint REFERENCES core.pages,
    url_reason text,
    edits integer NOT NULL DEFAULT 0,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (feed_id, entry_sha256)
);
CREATE INDEX entries_page_idx ON core.entries (page_id);
COMMENT ON TABLE core.entries IS 'Items as their feeds state them: one row an entry and feed.';
COMMENT ON COLUMN core.entries.entry_key IS 'Number of the entry.';
COMMENT ON COLUMN core.entries.feed_id IS 'The feed that lists it.';
COMMENT ON COLUMN core.entries.entry_id IS 'The feed''s identifier for it, or its URL, or a hash of its words.';
COMMENT ON COLUMN core.entries.entry_sha256 IS 'sha256 of entry_id, the key within the feed.';
COMMENT ON COLUMN core.entries.url IS 'Where it leads, as the feed wrote it, made absolute.';
COMMENT ON COLUMN core.entries.title IS 'Title as the feed has it, plain text.';
COMMENT ON COLUMN core.entries.authors IS 'Author names as the feed has them.';
COMMENT ON COLUMN core.entries.summary IS 'Summary as the feed has it, plain text.';
COMMENT ON COLUMN core.entries.published_at IS 'Publication instant the feed claims.';
COMMENT ON COLUMN core.entries.updated_at IS 'Update instant the feed claims.';
COMMENT ON COLUMN core.entries.language IS 'Language the feed claims.';
COMMENT ON COLUMN core.entries.tags IS 'Categories the feed gives.';
COMMENT ON COLUMN core.entries.content_sha256 IS 'Hash of what the feed says, without trackers and counters: changes when the entry is edited.';
COMMENT ON COLUMN core.entries.page_id IS 'The page it leads to; null where it leads nowhere.';
COMMENT ON COLUMN core.entries.url_reason IS 'Why it leads nowhere (ops.reasons); null where it does.';
COMMENT ON COLUMN core.entries.edits IS 'How often the feed has changed it.';
COMMENT ON COLUMN core.entries.first_seen_at IS 'When the feed first listed it.';
COMMENT ON COLUMN core.entries.last_seen_at IS 'When a poll that read the feed''s entries last saw it.';
