-- One more try of an item failed: (tries, is_quarantined). Another mark is counted from one.
INSERT INTO ops.tries AS had (stage, subject, mark, tries, reason, detail, run_id, quarantined_at)
VALUES (%(stage)s, %(subject)s, %(mark)s, 1, %(reason)s, %(detail)s, %(run_id)s,
        CASE WHEN %(most)s <= 1 THEN now() END)
ON CONFLICT (stage, subject) DO UPDATE SET
    tries = CASE WHEN had.mark = EXCLUDED.mark THEN had.tries + 1 ELSE 1 END,
    since = CASE WHEN had.mark = EXCLUDED.mark THEN had.since ELSE now() END,
    quarantined_at = CASE
        WHEN CASE WHEN had.mark = EXCLUDED.mark THEN had.tries + 1 ELSE 1 END >= %(most)s
        THEN now()
    END,
    mark = EXCLUDED.mark, reason = EXCLUDED.reason, detail = EXCLUDED.detail,
    run_id = EXCLUDED.run_id, last_at = now()
RETURNING tries, quarantined_at IS NOT NULL AS is_quarantined
