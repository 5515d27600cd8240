-- Materialized views for people, in the order they were made, and whether they have a key, by which a refresh goes on beside readers.
SELECT pg_class.oid::regclass::text AS name,
       EXISTS (
           SELECT FROM pg_index
           WHERE indrelid = pg_class.oid AND indisunique AND indpred IS NULL AND indexprs IS NULL
       ) AND relispopulated AS has_key
FROM pg_class
WHERE relkind = 'm' AND relnamespace = 'mart'::regnamespace
ORDER BY pg_class.oid
