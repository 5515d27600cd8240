-- Some pages are due to be cleaned again; those that another worker has now are left.
UPDATE core.pages SET cleaned_sha256 = NULL WHERE page_id IN (
    SELECT page_id FROM core.pages WHERE page_id = ANY (%(items)s) FOR UPDATE SKIP LOCKED
)
