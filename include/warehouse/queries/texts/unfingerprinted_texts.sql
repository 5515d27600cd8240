-- Texts whose copies have not been looked for, locked so that one worker does it.
SELECT text_id, body FROM core.texts
WHERE fingerprinted_at IS NULL
ORDER BY text_id
LIMIT %(most)s
FOR UPDATE
