-- Rows of mentions.
INSERT INTO core.mentions
    (extraction_id, text_id, start_char, end_char, text, label, role, entity_id, confidence)
VALUES %s
