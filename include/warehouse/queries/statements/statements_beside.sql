-- These statements, and all that a quote joins to them by holding both: they are made anew together.
WITH RECURSIVE beside AS (
    SELECT unnest(%(statement_ids)s::bigint[]) AS statement_id
    UNION
    SELECT next.statement_id
    FROM beside
    CROSS JOIN LATERAL (
        SELECT mains.statement_id
        FROM core.statement_parts AS parts
        JOIN core.statement_quotes AS mains USING (quote_id)
        WHERE parts.statement_id = beside.statement_id
        UNION ALL
        SELECT parts.statement_id
        FROM core.statement_quotes AS mains
        JOIN core.statement_parts AS parts USING (quote_id)
        WHERE mains.statement_id = beside.statement_id
    ) AS next
)
SELECT statement_id FROM beside ORDER BY statement_id
