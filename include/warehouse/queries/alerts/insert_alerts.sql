-- Raise alerts; those that were raised before stay as they are. Returns the keys of the new ones.
INSERT INTO ops.alerts (kind, subject, dedup_key, sentence, url, query, evidence, run_id)
VALUES %s
ON CONFLICT (dedup_key) DO NOTHING
RETURNING dedup_key
