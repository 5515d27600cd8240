-- Names that lie in any of some blocks: (entity_id).
SELECT DISTINCT entity_id
FROM core.entity_blocks
JOIN unnest(%(blocks)s::text[]) AS wanted (block) USING (block)
