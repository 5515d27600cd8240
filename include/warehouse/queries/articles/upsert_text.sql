-- The number of an exact text, new or known: (text_id).
WITH stored AS (
    INSERT INTO core.texts (sha256, body, language, words)
    VALUES (%(sha256)s, %(body)s, %(language)s, %(words)s)
    ON CONFLICT (sha256) DO NOTHING
    RETURNING text_id
)
SELECT text_id, true AS is_new FROM stored
UNION ALL
SELECT text_id, false FROM core.texts WHERE sha256 = %(sha256)s
LIMIT 1
