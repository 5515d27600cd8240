-- The newest texts whose present facts are by other rules are due to be extracted again.
UPDATE core.texts SET is_renewed = true
FROM (
    SELECT texts.text_id
    FROM core.texts
    JOIN core.extractions ON extractions.text_id = texts.text_id AND extractions.is_current
    LEFT JOIN unnest(%(languages)s::text[], %(hashes)s::text[]) AS present (language, config_hash)
        ON present.language = texts.language
    WHERE NOT texts.is_renewed AND texts.removed_at IS NULL
      AND extractions.config_hash <> coalesce(present.config_hash, %(other)s)
    ORDER BY texts.text_id DESC
    LIMIT %(most)s
    FOR UPDATE OF texts SKIP LOCKED
) AS old
WHERE texts.text_id = old.text_id
