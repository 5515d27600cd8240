-- Rows (kind, name_key, name) -> (kind, name_key, entity_id), new or known.
INSERT INTO core.entities (kind, name_key, name)
VALUES %s
ON CONFLICT (kind, name_key, sense) DO UPDATE SET last_seen_at = now()
RETURNING kind, name_key, entity_id
