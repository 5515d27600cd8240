-- Why: a feed that ends its worker in every run is put into quarantine, as pages and texts are.
-- Safe because: only what columns are said to hold changes.
-- Undo: nothing to undo.
COMMENT ON COLUMN ops.tries.stage IS 'The stage: poll_feeds, clean_articles, fingerprint_texts, extract_texts or group_stories.';
COMMENT ON COLUMN ops.tries.subject IS 'The item: a feed id, or the number of a page, text or article.';
COMMENT ON COLUMN ops.tries.mark IS 'What was tried: the hash of the page''s body, or of the extraction''s configuration; another one is a new item. Empty for a feed: its document is another at every poll, what writes it is the same.';
