-- Rows (stage, kind, language, rules, version): the rules now in force. Repeating it changes nothing but the time.
INSERT INTO ops.rules (stage, kind, language, rules, version, is_present)
SELECT stage, kind, language, rules, version, true
FROM (VALUES %s) AS now (stage, kind, language, rules, version)
ON CONFLICT (stage, kind, language, rules) DO UPDATE SET is_present = true, last_used_at = now()
