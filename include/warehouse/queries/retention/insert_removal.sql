-- Something was removed.
INSERT INTO ops.removals (run_id, kind, subject, items, bytes, reason)
VALUES (%(run_id)s, %(kind)s, %(subject)s, %(items)s, %(bytes)s, %(reason)s)
