-- Functions of mart: (name, arguments, result, about), those with an example first.
SELECT proname AS name,
       pg_get_function_arguments(pg_proc.oid) AS arguments,
       pg_get_function_result(pg_proc.oid) AS result,
       obj_description(pg_proc.oid, 'pg_proc') AS about
FROM pg_proc
WHERE pronamespace = 'mart'::regnamespace
ORDER BY obj_description(pg_proc.oid, 'pg_proc') NOT LIKE '%% Example: %%', proname, arguments
