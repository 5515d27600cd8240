-- Quotes of current extractions that were never compared with others, the earliest texts first.
SELECT quotes.quote_id, quotes.text_id, quotes.kind,
       coalesce(here.into_entity_id, names.canonical_id) AS speaker_id,
       (SELECT string_agg(fragments.text, ' ' ORDER BY fragments.number)
        FROM core.quote_fragments AS fragments
        WHERE fragments.quote_id = quotes.quote_id) AS text
FROM core.quotes
JOIN core.extractions USING (extraction_id)
LEFT JOIN core.quote_keys USING (quote_id)
LEFT JOIN core.entities AS names ON names.entity_id = quotes.speaker_entity_id
LEFT JOIN core.entity_merges AS here ON here.from_entity_id = names.entity_id
    AND here.text_id = quotes.text_id AND here.undone_at IS NULL
WHERE extractions.is_current AND quote_keys.quote_id IS NULL
  AND (%(only)s::bigint[] IS NULL OR quotes.quote_id = ANY (%(only)s::bigint[]))
ORDER BY quotes.quote_id
LIMIT %(most)s
