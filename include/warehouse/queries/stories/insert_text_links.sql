-- Rows (text_id, other_id, likeness), each pair both ways.
INSERT INTO core.text_links (text_id, other_id, likeness) VALUES %s
