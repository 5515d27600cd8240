-- level: fail
-- what: every table kept by month has its partitions of this month and the next.
SELECT partrelid::regclass::text AS "table", month::date
FROM pg_partitioned_table
JOIN pg_class ON pg_class.oid = partrelid
CROSS JOIN generate_series(
    date_trunc('month', now() AT TIME ZONE 'UTC'),
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month',
    interval '1 month'
) AS month
WHERE relnamespace IN ('core'::regnamespace, 'ops'::regnamespace)
  AND to_regclass(format('%%I.%%I', relnamespace::regnamespace, relname || to_char(month, '_YYYY_MM'))) IS NULL
