-- A page gets the body of an imported capture, unless a newer one came meanwhile. A page that
-- no feed lists is not to be fetched.
UPDATE core.pages SET
    final_url = %(final_url)s,
    http_status = %(http_status)s,
    last_reason = %(reason)s,
    content_type = %(content_type)s,
    etag = NULL,
    last_modified = NULL,
    body_sha256 = %(body_sha256)s,
    fetched_at = %(fetched_at)s,
    archive_path = %(archive_path)s,
    archive_offset = %(archive_offset)s,
    archive_length = %(archive_length)s,
    next_fetch_at = CASE
        WHEN EXISTS (SELECT FROM core.entries WHERE entries.page_id = pages.page_id)
        THEN next_fetch_at
    END
WHERE url_sha256 = %(url_sha256)s
  AND (pages.fetched_at IS NULL OR pages.fetched_at < %(fetched_at)s)
