-- Texts that may be copies of some texts, or of the same original: (text_id). For each
-- text the fifty that share most hashes; a hash in very many texts is a phrase and tells
-- nothing, so only some of its texts are looked at.
WITH shared AS (
    SELECT mine.text_id, other.text_id AS candidate,
           row_number() OVER (PARTITION BY mine.text_id ORDER BY count(*) DESC, other.text_id) AS place
    FROM core.fingerprints AS mine
    CROSS JOIN LATERAL (
        SELECT text_id FROM core.fingerprints AS holders
        WHERE holders.hash = mine.hash AND holders.text_id <> mine.text_id
        LIMIT 200
    ) AS other
    WHERE mine.text_id = ANY (%(text_ids)s)
    GROUP BY mine.text_id, other.text_id
), near AS (
    SELECT DISTINCT texts.text_id, coalesce(texts.copy_of, texts.text_id) AS root
    FROM shared JOIN core.texts ON texts.text_id = shared.candidate
    WHERE shared.place <= 50
)
SELECT text_id FROM near
UNION SELECT root FROM near
UNION SELECT texts.text_id FROM core.texts WHERE texts.copy_of IN (SELECT root FROM near)
