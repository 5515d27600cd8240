-- level: warn
-- what: what a text says of a speaker does not contradict: nobody is he and she in one text, nor one person they.
SELECT quotes.quote_id, quotes.text_id, entities.name, quotes.speaker_text, quotes.speaker_pronoun
FROM core.quotes
JOIN core.extractions USING (extraction_id)
JOIN core.entities ON entities.entity_id = quotes.speaker_entity_id
WHERE extractions.is_current AND extractions.extracted_at >= %(since)s AND entities.kind = 'person'
  AND (lower(quotes.speaker_text) IN ('they', 'ils', 'elles', 'ellos', 'ellas')
       OR EXISTS (
           SELECT FROM core.quotes AS other
           WHERE other.extraction_id = quotes.extraction_id
             AND other.speaker_entity_id = quotes.speaker_entity_id
             AND other.speaker_gender <> quotes.speaker_gender
       ))
