-- Some texts are due to be read and placed again; those that another worker has now are left.
UPDATE core.texts SET grouped_as = NULL
WHERE text_id IN (
    SELECT text_id FROM core.texts WHERE text_id = ANY (%(items)s) FOR UPDATE SKIP LOCKED
) AND grouped_as IS NOT NULL
