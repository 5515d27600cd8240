-- Rows of requests.
INSERT INTO ops.fetches (run_id, kind, subject, url, host, final_url, http_status, reason,
    body_bytes, elapsed_ms, is_conditional, is_sent, robots, wire_bytes, redirects, retry_after_s,
    body_sha256, archive_path, archive_offset, archive_length, fetched_at)
VALUES %s
