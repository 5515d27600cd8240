-- Configurations that texts were extracted by, the newest first.
SELECT config_hash, language, extractor, count(*) AS texts,
       count(*) FILTER (WHERE is_current) AS present, max(extracted_at) AS last_used_at
FROM core.extractions
GROUP BY config_hash, language, extractor
ORDER BY last_used_at DESC, config_hash, language
LIMIT 40
