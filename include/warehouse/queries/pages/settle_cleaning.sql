-- Rows (page_id, cleaned_sha256, cleaned_by, clean_reason, article_id): these are cleaned.
UPDATE core.pages SET
    cleaned_sha256 = done.cleaned_sha256,
    cleaned_by = done.cleaned_by,
    clean_reason = done.clean_reason,
    cleaned_at = now(),
    article_id = coalesce(done.article_id, pages.article_id)
FROM (VALUES %s) AS done (page_id, cleaned_sha256, cleaned_by, clean_reason, article_id)
WHERE pages.page_id = done.page_id
