-- The columns of views, in order: (view, column, type, about).
SELECT relname AS view, attname AS "column", format_type(atttypid, NULL) AS type,
       col_description(pg_class.oid, attnum) AS about
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
WHERE relnamespace = 'mart'::regnamespace AND relname = ANY (%(views)s)
ORDER BY relname, attnum
