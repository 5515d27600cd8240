-- A file or folder is read from the start, or from where an earlier run stopped.
INSERT INTO ops.imports (url, kind, mark, state, run_id)
VALUES (%(url)s, %(kind)s, %(mark)s, 'begun', %(run_id)s)
ON CONFLICT (url) DO UPDATE SET
    kind = EXCLUDED.kind, mark = EXCLUDED.mark, state = 'begun', detail = '',
    position = CASE WHEN %(afresh)s THEN '' ELSE imports.position END,
    records = CASE WHEN %(afresh)s THEN 0 ELSE imports.records END,
    pages = CASE WHEN %(afresh)s THEN 0 ELSE imports.pages END,
    begun_at = CASE WHEN %(afresh)s THEN now() ELSE imports.begun_at END,
    run_id = EXCLUDED.run_id, updated_at = now()
