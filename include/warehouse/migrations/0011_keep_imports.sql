-- Why: files of pages that others fetched are brought in piece by piece, once each.
-- Safe because: a new table; a comment.
-- Undo: DROP TABLE ops.imports;
CREATE TABLE ops.imports (
    url text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('warc', 'html')),
    mark text NOT NULL,
    state text NOT NULL CHECK (state IN ('begun', 'done', 'failed')),
    position text NOT NULL DEFAULT '',
    records bigint NOT NULL DEFAULT 0,
    pages bigint NOT NULL DEFAULT 0,
    detail text NOT NULL DEFAULT '',
    run_id text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ops.imports IS 'Files and folders of pages that were imported, and how far.';
COMMENT ON COLUMN ops.imports.url IS 'The WARC file, or the folder of HTML files.';
COMMENT ON COLUMN ops.imports.kind IS 'warc or html.';
COMMENT ON COLUMN ops.imports.mark IS 'Size and age of what was read: where these have changed, it is read from the start.';
COMMENT ON COLUMN ops.imports.state IS 'begun, done or failed; a begun or failed one goes on where it stopped.';
COMMENT ON COLUMN ops.imports.position IS 'Where to go on: a byte of the WARC file, or the last HTML file done.';
COMMENT ON COLUMN ops.imports.records IS 'Captures read so far.';
COMMENT ON COLUMN ops.imports.pages IS 'Of these, bodies that were new to the warehouse.';
COMMENT ON COLUMN ops.imports.detail IS 'Why it failed.';
COMMENT ON COLUMN ops.imports.run_id IS 'The run that read of it last.';
COMMENT ON COLUMN ops.imports.begun_at IS 'When it was begun.';
COMMENT ON COLUMN ops.imports.updated_at IS 'When its last piece was stored.';
COMMENT ON COLUMN ops.outcomes.subject_kind IS 'What subject names: feed, entry, page, text, article, capture (a record of an imported file) or file.';
