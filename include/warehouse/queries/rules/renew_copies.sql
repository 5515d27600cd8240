-- The newest texts whose copies were looked for by other rules are due to be compared again.
UPDATE core.texts SET fingerprinted_at = NULL
FROM (
    SELECT text_id FROM core.texts
    WHERE fingerprinted_at IS NOT NULL AND removed_at IS NULL
      AND compared_by IS DISTINCT FROM %(rules)s
    ORDER BY text_id DESC
    LIMIT %(most)s
    FOR UPDATE SKIP LOCKED
) AS old
WHERE texts.text_id = old.text_id
