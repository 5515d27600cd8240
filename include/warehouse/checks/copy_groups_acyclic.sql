-- level: fail
-- what: whoever follows copies to their originals comes to an end.
WITH RECURSIVE walk AS (
    SELECT text_id AS from_text_id, copy_of AS text_id FROM core.texts WHERE copy_of IS NOT NULL
    UNION ALL
    SELECT walk.from_text_id, texts.copy_of
    FROM walk
    JOIN core.texts USING (text_id)
    WHERE texts.copy_of IS NOT NULL
) CYCLE text_id SET is_cycle USING path
SELECT from_text_id AS text_id, path::text AS copies
FROM walk
WHERE is_cycle
