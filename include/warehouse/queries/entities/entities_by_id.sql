-- Names by number, with their blocks.
SELECT entity_id, kind, name_key, name, canonical_id, shown_as, wikidata_id,
       ARRAY(
           SELECT block FROM core.entity_blocks
           WHERE entity_blocks.entity_id = entities.entity_id
           ORDER BY block COLLATE "C"
       ) AS blocks
FROM core.entities
WHERE entity_id = ANY (%(entity_ids)s)
