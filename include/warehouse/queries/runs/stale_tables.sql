-- Tables that changed by a tenth since they were last analysed and that we may analyse.
SELECT relid::regclass::text AS name
FROM pg_stat_user_tables
WHERE schemaname IN ('core', 'ops') AND n_mod_since_analyze > 50 + n_live_tup / 10
  AND pg_has_role((SELECT relowner FROM pg_class WHERE pg_class.oid = relid), 'USAGE')
ORDER BY relid
