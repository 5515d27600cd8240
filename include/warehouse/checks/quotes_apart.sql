-- level: warn
-- what: no two quotes of one text share words: one stands apart from the other, or between its parts.
SELECT one.quote_id, other.quote_id AS other_quote_id, one.text_id
FROM core.quotes AS one
JOIN core.extractions USING (extraction_id)
JOIN core.quotes AS other ON other.extraction_id = one.extraction_id
    AND other.quote_id <> one.quote_id
    AND other.start_char >= one.start_char AND other.start_char < one.end_char
WHERE extractions.is_current AND extractions.extracted_at >= %(since)s
  AND EXISTS (
      SELECT FROM core.quote_fragments AS part
      JOIN core.quote_fragments AS theirs ON theirs.quote_id = other.quote_id
          AND theirs.start_char < part.end_char AND theirs.end_char > part.start_char
      WHERE part.quote_id = one.quote_id
  )
