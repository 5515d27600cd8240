-- Texts that wait for facts, of one shard or of all: (subject, mark, turn). Those without any, and
-- those whose old facts are to be renewed.
SELECT texts.text_id::text AS subject, coalesce(present.config_hash, %(other)s) AS mark,
       texts.text_id AS turn
FROM core.texts
LEFT JOIN unnest(%(languages)s::text[], %(hashes)s::text[]) AS present (language, config_hash)
    ON present.language = texts.language
WHERE removed_at IS NULL AND texts.text_id %% %(of)s = %(shard)s AND NOT EXISTS (
    SELECT FROM core.extractions
    WHERE extractions.text_id = texts.text_id
      AND extractions.config_hash = coalesce(present.config_hash, %(other)s)
)
  AND (texts.is_renewed
       OR NOT EXISTS (SELECT FROM core.extractions WHERE extractions.text_id = texts.text_id))
