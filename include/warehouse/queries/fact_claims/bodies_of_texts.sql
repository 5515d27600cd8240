-- The beginnings of texts, up to so many characters: (text_id, body).
SELECT text_id, left(body, %(most_chars)s) AS body FROM core.texts
WHERE text_id = ANY (%(text_ids)s)
