-- Hold some names until the transaction ends, in the order in which extraction takes them.
SELECT FROM core.entities
WHERE entity_id = ANY (%(entity_ids)s)
ORDER BY kind COLLATE "C", name_key COLLATE "C", sense COLLATE "C"
FOR NO KEY UPDATE
