-- The bodies of these texts go; their facts, copies and stories stay.
UPDATE core.texts SET body = '', removed_at = now()
WHERE text_id = ANY (%(text_ids)s) AND removed_at IS NULL
