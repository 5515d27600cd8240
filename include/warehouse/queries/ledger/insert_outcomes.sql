-- Rows of outcomes.
INSERT INTO ops.outcomes
    (run_id, stage, subject_kind, subject, status, reason, detail, items, elapsed_ms)
VALUES %s
