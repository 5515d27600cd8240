-- A new extraction: (extraction_id), or no row if it is already there.
INSERT INTO core.extractions (text_id, extractor, config_hash, language, reference_at, reference_from,
                              rules)
VALUES (%(text_id)s, %(extractor)s, %(config_hash)s, %(language)s, %(reference_at)s, %(reference_from)s,
        %(rules)s)
ON CONFLICT (text_id, config_hash) DO NOTHING
RETURNING extraction_id
