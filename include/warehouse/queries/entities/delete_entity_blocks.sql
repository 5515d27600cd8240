-- Rows (block, entity_id) that no longer hold.
DELETE FROM core.entity_blocks USING (VALUES %s) AS gone (block, entity_id)
WHERE entity_blocks.block = gone.block AND entity_blocks.entity_id = gone.entity_id
