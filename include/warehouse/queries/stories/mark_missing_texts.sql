-- Those of some independent texts that were taken out, and that articles carry again, are to
-- be read.
UPDATE core.texts SET grouped_as = NULL
WHERE text_id = ANY (%(text_ids)s) AND grouped_as IS NOT NULL
  AND NOT EXISTS (SELECT FROM core.grouped_texts WHERE grouped_texts.text_id = texts.text_id)
