-- What is still by other rules than the present ones: (stage, kind, language, items, share).
SELECT stage, kind, language, sum(items)::bigint AS items, sum(share) AS share
FROM mart.rules
WHERE NOT is_present
GROUP BY stage, kind, language
ORDER BY stage, kind, language
