-- What a poll taught us of its feed. Validators come only with a body whose entries are
-- stored in this same transaction; otherwise they stay as they were.
UPDATE core.feeds SET
    url = coalesce(%(url)s, url),
    host = coalesce(%(host)s, host),
    etag = CASE WHEN %(has_body)s THEN %(etag)s ELSE etag END,
    last_modified = CASE WHEN %(has_body)s THEN %(last_modified)s ELSE last_modified END,
    body_sha256 = CASE WHEN %(has_body)s THEN %(body_sha256)s ELSE body_sha256 END,
    last_full_at = CASE WHEN %(has_body)s THEN now() ELSE last_full_at END,
    archive_path = coalesce(%(archive_path)s, archive_path),
    archive_offset = coalesce(%(archive_offset)s, archive_offset),
    archive_length = coalesce(%(archive_length)s, archive_length),
    title = CASE WHEN title = '' THEN coalesce(%(title)s, '') ELSE title END,
    language = coalesce(language, %(language)s),
    poll_interval = make_interval(secs => %(interval_s)s),
    next_poll_at = now() + make_interval(secs => %(wait_s)s),
    failures = %(failures)s,
    per_day = %(per_day)s,
    listed = %(listed)s,
    moving_to = %(moving_to)s,
    moving_polls = %(moving_polls)s,
    moving_since = CASE
        WHEN %(moving_to)s::text IS NULL THEN NULL
        WHEN moving_to = %(moving_to)s THEN moving_since
        ELSE now()
    END,
    merged_into = %(merged_into)s,
    last_reason = %(reason)s,
    last_polled_at = now(),
    last_new_at = CASE WHEN %(new_entries)s > 0 THEN now() ELSE last_new_at END,
    stopped_at = CASE WHEN %(is_gone)s THEN now() END
WHERE feed_id = %(feed_id)s
