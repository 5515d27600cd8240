-- Rows (quote_id, keys).
INSERT INTO core.quote_keys (quote_id, keys) VALUES %s
ON CONFLICT (quote_id) DO NOTHING
