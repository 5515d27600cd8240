-- Independent texts published in a span of time are to be read and placed again.
UPDATE core.texts SET grouped_as = NULL
FROM core.grouped_texts
WHERE grouped_texts.text_id = texts.text_id
  AND grouped_texts.published_at >= %(since)s AND grouped_texts.published_at < %(until)s
