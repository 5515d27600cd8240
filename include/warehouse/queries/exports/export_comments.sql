-- What the columns of the views mean: (view, column, about).
SELECT relname AS view, attname AS "column", col_description(pg_class.oid, attnum) AS about
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
WHERE relnamespace = 'mart'::regnamespace AND relname = ANY (%(views)s)
ORDER BY relname, attnum
