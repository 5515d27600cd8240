-- Those of some texts whose copies have not been looked for still, locked so that one worker does it.
SELECT text_id, body FROM core.texts
WHERE text_id = ANY (%(text_ids)s) AND fingerprinted_at IS NULL
ORDER BY text_id
FOR UPDATE
