-- Texts of some stories, of each the latest twenty: (story_id, published_at, terms).
SELECT story_id, published_at, terms
FROM (
    SELECT story_id, published_at, terms,
           row_number() OVER (PARTITION BY story_id ORDER BY published_at DESC, text_id) AS place
    FROM core.grouped_texts
    WHERE story_id = ANY (%(story_ids)s)
) AS ranked
WHERE place <= 20
