-- Some texts are due to be extracted again; those that another worker has now are left.
UPDATE core.texts SET is_renewed = true WHERE text_id IN (
    SELECT text_id FROM core.texts WHERE text_id = ANY (%(items)s) FOR UPDATE SKIP LOCKED
)
