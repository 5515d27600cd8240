-- Rows of figures.
INSERT INTO core.figures (extraction_id, text_id, start_char, end_char, text, what, low, high,
    bound, unit, place_text, attributed_to, confidence)
VALUES %s
