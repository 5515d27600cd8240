-- What a fetch taught us of its page. The body's particulars come only with a good answer.
UPDATE core.pages SET
    final_url = coalesce(%(final_url)s, final_url),
    http_status = %(http_status)s,
    last_reason = %(reason)s,
    content_type = CASE WHEN %(has_body)s THEN %(content_type)s ELSE content_type END,
    etag = CASE WHEN %(has_body)s THEN %(etag)s ELSE etag END,
    last_modified = CASE WHEN %(has_body)s THEN %(last_modified)s ELSE last_modified END,
    fetched_at = CASE WHEN %(has_body)s THEN %(fetched_at)s ELSE fetched_at END,
    archive_path = CASE WHEN %(has_body)s THEN %(archive_path)s ELSE archive_path END,
    archive_offset = CASE WHEN %(has_body)s THEN %(archive_offset)s ELSE archive_offset END,
    archive_length = CASE WHEN %(has_body)s THEN %(archive_length)s ELSE archive_length END,
    body_sha256 = CASE WHEN %(has_body)s THEN %(body_sha256)s ELSE body_sha256 END,
    attempts = %(attempts)s,
    checks = %(checks)s,
    ladder = %(ladder)s,
    next_fetch_at = now() + make_interval(secs => %(wait_s)s),
    gone_at = CASE
        WHEN %(is_gone)s AND body_sha256 IS NOT NULL THEN coalesce(gone_at, now())
        WHEN %(is_answered)s THEN NULL
        ELSE gone_at
    END
WHERE page_id = %(page_id)s
