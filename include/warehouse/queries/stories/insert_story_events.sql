-- Rows (kind, from_story_id, to_story_id, texts, score, run_id).
INSERT INTO core.story_events (kind, from_story_id, to_story_id, texts, score, run_id) VALUES %s
