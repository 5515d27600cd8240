-- Tables of core with their columns, keys first: what the picture of entities and relationships is drawn from.
SELECT pg_class.relname AS "table",
       attname AS "column",
       EXISTS (
           SELECT FROM pg_index
           WHERE indrelid = pg_class.oid AND indisprimary AND attnum = ANY (indkey)
       ) AS is_key,
       (SELECT confrelid::regclass::text FROM pg_constraint
        WHERE conrelid = pg_class.oid AND contype = 'f' AND conkey = ARRAY[attnum]
        ORDER BY conname LIMIT 1) AS leads_to
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
WHERE relnamespace = 'core'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
ORDER BY pg_class.relname, attnum
