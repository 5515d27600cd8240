-- Rows (vocabulary, word, place, explanation) of the closed vocabularies. Repeating it changes nothing.
INSERT INTO ops.vocabulary (vocabulary, word, place, explanation)
VALUES %s
ON CONFLICT (vocabulary, word) DO UPDATE SET place = EXCLUDED.place, explanation = EXCLUDED.explanation
WHERE (vocabulary.place, vocabulary.explanation) <> (EXCLUDED.place, EXCLUDED.explanation)
