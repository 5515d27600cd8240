-- Rows (quote_id, statement_id, is_shortened, is_altered, likeness, changes) of quotes that hold a statement among more.
INSERT INTO core.statement_parts (quote_id, statement_id, is_shortened, is_altered, likeness, changes)
VALUES %s
