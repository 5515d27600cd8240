-- Rows of time expressions.
INSERT INTO core.times (extraction_id, text_id, start_char, end_char, text, type, value, confidence)
VALUES %s
