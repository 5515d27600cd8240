-- The newest pages cleaned by other rules than the present ones are due to be cleaned again.
UPDATE core.pages SET cleaned_sha256 = NULL
FROM (
    SELECT page_id FROM core.pages
    WHERE cleaned_by IS DISTINCT FROM %(rules)s AND cleaned_sha256 = body_sha256 AND archive_path IS NOT NULL
    ORDER BY fetched_at DESC, page_id DESC
    LIMIT %(most)s
    FOR UPDATE SKIP LOCKED
) AS old
WHERE pages.page_id = old.page_id
