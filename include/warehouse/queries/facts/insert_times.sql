-- Rows of time expressions -> (time_id, start_char).
INSERT INTO core.times (extraction_id, text_id, start_char, end_char, text, type, value, confidence,
    mod, on_day)
VALUES %s
RETURNING time_id, start_char
