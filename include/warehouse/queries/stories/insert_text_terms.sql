-- Rows (term, published_at, text_id).
INSERT INTO core.text_terms (term, published_at, text_id) VALUES %s
