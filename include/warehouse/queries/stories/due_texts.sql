-- Texts that wait to be placed, the earliest first.
SELECT text_id FROM core.grouped_texts
WHERE placed_among IS NULL
ORDER BY published_at, text_id
LIMIT %(most)s
