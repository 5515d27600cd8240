-- Rows (run_id, language, kind, expected, found, right, documents, config_hash, version) of one measurement.
-- A run that measures again replaces what it measured.
INSERT INTO ops.scores (run_id, language, kind, expected, found, "right", documents, config_hash, version)
VALUES %s
ON CONFLICT (run_id, language, kind) DO UPDATE SET
    expected = EXCLUDED.expected, found = EXCLUDED.found, "right" = EXCLUDED."right",
    documents = EXCLUDED.documents, config_hash = EXCLUDED.config_hash, version = EXCLUDED.version,
    measured_at = now()
