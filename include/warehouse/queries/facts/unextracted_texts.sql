-- How many texts wait for facts: those without any, and those whose old facts are to be renewed.
SELECT count(*)
FROM core.texts
LEFT JOIN unnest(%(languages)s::text[], %(hashes)s::text[]) AS present (language, config_hash)
    ON present.language = texts.language
WHERE removed_at IS NULL AND NOT EXISTS (
    SELECT FROM core.extractions
    WHERE extractions.text_id = texts.text_id
      AND extractions.config_hash = coalesce(present.config_hash, %(other)s)
)
  AND (texts.is_renewed
       OR NOT EXISTS (SELECT FROM core.extractions WHERE extractions.text_id = texts.text_id))
