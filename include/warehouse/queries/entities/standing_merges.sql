-- Merges of some names that hold: (merge_id, from_entity_id, text_id, into_entity_id, rule, confidence).
SELECT merge_id, from_entity_id, text_id, into_entity_id, rule, confidence
FROM core.entity_merges
WHERE from_entity_id = ANY (%(entity_ids)s) AND undone_at IS NULL
