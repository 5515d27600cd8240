-- Materialized views for people, in the order they were made.
SELECT pg_class.oid::regclass::text AS name
FROM pg_class
WHERE relkind = 'm' AND relnamespace = 'mart'::regnamespace
ORDER BY pg_class.oid
