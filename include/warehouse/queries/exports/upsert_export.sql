-- A day was exported; a later export of it replaces the row.
INSERT INTO ops.exports (folder, day, made_by, through, tables, run_id)
VALUES (%(folder)s, %(day)s, %(made_by)s, %(through)s, %(tables)s, %(run_id)s)
ON CONFLICT (folder, day) DO UPDATE SET
    made_by = EXCLUDED.made_by, through = EXCLUDED.through, tables = EXCLUDED.tables,
    run_id = EXCLUDED.run_id, exported_at = now()
