-- For some texts those of the same days that share a telling term: (text_id, other_id), for
-- each text the hundred that share most. Of a term in very many texts only some are looked at.
SELECT text_id, other_id
FROM (
    SELECT mine.text_id, near.text_id AS other_id,
           row_number() OVER (PARTITION BY mine.text_id ORDER BY count(*) DESC, near.text_id) AS place
    FROM core.text_terms AS mine
    CROSS JOIN LATERAL (
        SELECT others.text_id FROM core.text_terms AS others
        WHERE others.term = mine.term AND others.text_id <> mine.text_id
          AND others.published_at BETWEEN mine.published_at - %(gap)s AND mine.published_at + %(gap)s
        ORDER BY others.published_at, others.text_id
        LIMIT 300
    ) AS near
    WHERE mine.text_id = ANY (%(text_ids)s)
    GROUP BY mine.text_id, near.text_id
) AS ranked
WHERE place <= 100
