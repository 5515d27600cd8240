-- Rows (story_id, term, weight).
INSERT INTO core.story_terms (story_id, term, weight) VALUES %s
