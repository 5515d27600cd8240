-- Merges that no longer hold; their rows stay.
UPDATE core.entity_merges SET undone_at = now(), undone_run_id = %(run_id)s
WHERE merge_id = ANY (%(merge_ids)s)
