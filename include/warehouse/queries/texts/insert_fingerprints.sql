-- Rows (hash, text_id). Repeating it changes nothing.
INSERT INTO core.fingerprints (hash, text_id) VALUES %s
ON CONFLICT DO NOTHING
