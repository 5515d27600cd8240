-- Rows (publisher_id, host, source, signal, value, sample_url): what publishers said.
INSERT INTO core.signals (publisher_id, host, source, signal, value, sample_url) VALUES %s
ON CONFLICT (publisher_id, host, source, signal, value) DO UPDATE SET
    last_seen_at = now(), sample_url = EXCLUDED.sample_url
