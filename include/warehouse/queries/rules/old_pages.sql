-- The newest pages cleaned by other rules than the present ones: (item, subject, mark). Those that
-- could not be renewed in this run, or three times, are left.
SELECT page_id AS item, 'page ' || page_id AS subject, %(rules)s AS mark
FROM core.pages
WHERE cleaned_by IS DISTINCT FROM %(rules)s AND cleaned_sha256 = body_sha256 AND archive_path IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM ops.tries
    WHERE tries.stage = 'renew_rows' AND tries.subject = 'page ' || page_id
      AND tries.mark = %(rules)s
      AND (tries.quarantined_at IS NOT NULL OR tries.run_id = %(run_id)s)
)
ORDER BY fetched_at DESC, page_id DESC
LIMIT %(most)s
