-- Why: sites say of mining in /.well-known/tdmrep.json, feeds and pages in RSL licences, and neither was read.
-- Safe because: a new table; wider lists of words are checked for new rows only, and hold for all that are there.
-- Undo: DROP TABLE ops.wish_files; DELETE FROM core.signals WHERE source IN ('file', 'feed'); DELETE FROM ops.fetches WHERE kind = 'wishes'; add the constraints of 0010 and 0002 again; then migrate, which makes the views anew.
CREATE TABLE ops.wish_files (
    url text PRIMARY KEY,
    http_status integer NOT NULL,
    body text NOT NULL,
    fetched_at timestamptz NOT NULL
);
ALTER TABLE core.signals DROP CONSTRAINT signals_source_check;
ALTER TABLE core.signals ADD CONSTRAINT signals_source_check
    CHECK (source IN ('robots', 'file', 'header', 'page', 'feed')) NOT VALID;
ALTER TABLE ops.fetches DROP CONSTRAINT fetches_kind_check;
ALTER TABLE ops.fetches ADD CONSTRAINT fetches_kind_check
    CHECK (kind IN ('feed', 'page', 'robots', 'wishes')) NOT VALID;

COMMENT ON TABLE ops.wish_files IS 'Files in which sites say what may be done with their pages, as last read; kept for a day.';
COMMENT ON COLUMN ops.wish_files.url IS 'The file: tdmrep.json of a site, or an RSL licence.';
COMMENT ON COLUMN ops.wish_files.http_status IS 'Its status code.';
COMMENT ON COLUMN ops.wish_files.body IS 'The file as sent, cut at 256 KiB; empty unless the answer was 2xx.';
COMMENT ON COLUMN ops.wish_files.fetched_at IS 'When it was read.';
COMMENT ON COLUMN core.signals.source IS 'Where it was said: robots (robots.txt), file (tdmrep.json of the site), header (a page''s answer), page (its markup) or feed.';
COMMENT ON COLUMN core.signals.signal IS 'x-robots-tag, robots, tdm-reservation, tdm-policy, content-usage, content-signal; rsl: an RSL licence is there, rsl-terms: what one says; or the name of an AI crawler robots.txt shuts out.';
COMMENT ON COLUMN core.signals.value IS 'What was said: a directive (before it whom it is for, if that is one crawler), 1, a URL, disallow; before it the path it is for, if that is not the whole site; terms begin with reserved or open.';
COMMENT ON COLUMN ops.fetches.kind IS 'feed, page, robots (robots.txt) or wishes (tdmrep.json, an RSL licence).';
COMMENT ON COLUMN ops.fetches.subject IS 'The feed id or page number it was for; the site for robots and wishes.';
