-- Rows (block, entity_id).
INSERT INTO core.entity_blocks (block, entity_id) VALUES %s ON CONFLICT DO NOTHING
