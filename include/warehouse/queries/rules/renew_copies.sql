-- The copies of some texts are due to be looked for again; those that another worker has now are left.
UPDATE core.texts SET fingerprinted_at = NULL WHERE text_id IN (
    SELECT text_id FROM core.texts WHERE text_id = ANY (%(items)s) FOR UPDATE SKIP LOCKED
)
