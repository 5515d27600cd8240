-- Rows of entries. An entry that is there takes the feed's new words; first_seen_at stays.
INSERT INTO core.entries (feed_id, entry_id, entry_sha256, url, title, authors, summary,
    published_at, updated_at, language, tags, content_sha256, page_id, url_reason)
VALUES %s
ON CONFLICT (feed_id, entry_sha256) DO UPDATE SET
    url = EXCLUDED.url,
    title = EXCLUDED.title,
    authors = EXCLUDED.authors,
    summary = EXCLUDED.summary,
    published_at = coalesce(EXCLUDED.published_at, entries.published_at),
    updated_at = coalesce(EXCLUDED.updated_at, entries.updated_at),
    language = EXCLUDED.language,
    tags = EXCLUDED.tags,
    content_sha256 = EXCLUDED.content_sha256,
    page_id = EXCLUDED.page_id,
    url_reason = EXCLUDED.url_reason,
    edits = entries.edits + 1,
    sightings = entries.sightings + 1,
    last_seen_at = now()
