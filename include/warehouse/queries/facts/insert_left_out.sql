-- Rows of words in quotation marks that are no statement.
INSERT INTO core.left_out_quotes (extraction_id, text_id, start_char, end_char, text, reason)
VALUES %s
