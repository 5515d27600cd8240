-- A few quotes with resolved speakers of the widest reported stories, one a speaker.
SELECT speaker, speaker_text, sentence, publisher
FROM (
    SELECT DISTINCT ON (quotes.speaker)
           quotes.*, stories.independent_texts,
           quotes.speaker_text IS DISTINCT FROM quotes.speaker AS is_resolved
    FROM mart.quotes
    JOIN mart.stories USING (story_id)
    WHERE quotes.speaker IS NOT NULL AND quotes.kind <> 'indirect' AND NOT quotes.is_copy
      AND length(quotes.quote) > 40
    ORDER BY quotes.speaker, stories.independent_texts DESC, is_resolved DESC,
             quotes.confidence DESC, quotes.quote_id
) AS best
ORDER BY independent_texts DESC, confidence DESC, quote_id
LIMIT 4
