-- Rows (kind, name_key, sense, name) of namesakes told apart -> their numbers, new or known.
INSERT INTO core.entities (kind, name_key, sense, name)
VALUES %s
ON CONFLICT (kind, name_key, sense) DO UPDATE SET last_seen_at = now()
RETURNING kind, name_key, sense, entity_id
