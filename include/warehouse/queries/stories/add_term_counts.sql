-- Rows (term, texts): that many more texts hold the term.
INSERT INTO core.term_counts (term, texts) VALUES %s
ON CONFLICT (term) DO UPDATE SET texts = term_counts.texts + EXCLUDED.texts
