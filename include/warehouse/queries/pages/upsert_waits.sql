-- Rows (host, not_before, reason): hosts that have just asked us to wait.
INSERT INTO ops.hosts (host, not_before, reason) VALUES %s
ON CONFLICT (host) DO UPDATE SET
    not_before = greatest(EXCLUDED.not_before, hosts.not_before), reason = EXCLUDED.reason
