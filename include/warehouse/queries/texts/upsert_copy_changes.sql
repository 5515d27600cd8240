-- Rows (text_id, original_id, added_words, cut_words, added, cut).
INSERT INTO core.copy_changes (text_id, original_id, added_words, cut_words, added, cut) VALUES %s
ON CONFLICT (text_id) DO UPDATE SET
    original_id = EXCLUDED.original_id,
    added_words = EXCLUDED.added_words,
    cut_words = EXCLUDED.cut_words,
    added = EXCLUDED.added,
    cut = EXCLUDED.cut
