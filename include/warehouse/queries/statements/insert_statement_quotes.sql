-- Rows (quote_id, statement_id, is_shortened, is_altered, likeness, changes).
INSERT INTO core.statement_quotes (quote_id, statement_id, is_shortened, is_altered, likeness, changes)
VALUES %s
