-- Names that wait to be joined (entity_id): of some extractions, of some pins, and any never joined.
SELECT entity_id FROM core.mentions WHERE extraction_id = ANY (%(extraction_ids)s)
UNION SELECT entity_id FROM core.entities WHERE sense = ''
      AND NOT EXISTS (SELECT FROM core.entity_blocks WHERE entity_blocks.entity_id = entities.entity_id)
UNION SELECT entity_id FROM core.entities
      JOIN unnest(%(kinds)s::text[], %(keys)s::text[]) AS pinned (kind, name_key) USING (kind, name_key)
      WHERE sense = ''
