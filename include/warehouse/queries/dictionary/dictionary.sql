-- Every column a person may meet, with its comment: mart first, then core, then ops.
SELECT relnamespace::regnamespace::text AS schema,
       relname AS "table",
       obj_description(pg_class.oid, 'pg_class') AS about,
       attname AS "column",
       format_type(atttypid, atttypmod) AS type,
       col_description(pg_class.oid, attnum) AS comment
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
WHERE relnamespace::regnamespace::text IN ('core', 'mart', 'ops')
  AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
  AND relname NOT LIKE '\_yoyo%%' AND relname <> 'yoyo_lock'
ORDER BY array_position(ARRAY['mart', 'core', 'ops'], relnamespace::regnamespace::text), relname, attnum
