-- Rows (quote_id, number, start_char, end_char, text).
INSERT INTO core.quote_fragments (quote_id, number, start_char, end_char, text) VALUES %s
