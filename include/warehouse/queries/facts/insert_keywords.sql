-- Rows of keywords.
INSERT INTO core.keywords (extraction_id, text_id, keyword, score) VALUES %s
