-- level: fail
-- what: a fact's offsets give back its text exactly.
WITH looked_at AS (
    SELECT extraction_id, text_id, body
    FROM core.extractions
    JOIN core.texts USING (text_id)
    WHERE extracted_at >= %(since)s AND removed_at IS NULL
), facts AS (
    SELECT 'mention' AS kind, mention_id AS id, extraction_id, start_char, end_char, text
    FROM core.mentions
    UNION ALL
    SELECT 'quote', quote_id, extraction_id, start_char, end_char, text FROM core.quotes
    UNION ALL
    SELECT 'fragment', quote_id, extraction_id, fragments.start_char, fragments.end_char, fragments.text
    FROM core.quote_fragments AS fragments JOIN core.quotes USING (quote_id)
    UNION ALL
    SELECT 'speaker', quote_id, extraction_id, speaker_start_char, speaker_end_char, speaker_text
    FROM core.quotes WHERE speaker_text IS NOT NULL
    UNION ALL
    SELECT 'cue', quote_id, extraction_id, cue_start_char, cue_end_char, cue_text
    FROM core.quotes WHERE cue_text IS NOT NULL
    UNION ALL
    SELECT 'figure', figure_id, extraction_id, start_char, end_char, text FROM core.figures
    UNION ALL
    SELECT 'of what', figure_id, extraction_id, of_what_start_char, of_what_end_char, of_what
    FROM core.figures WHERE of_what IS NOT NULL AND headline IS NULL
    UNION ALL
    SELECT 'holder', figure_id, extraction_id, holder_start_char, holder_end_char, holder
    FROM core.figures WHERE holder IS NOT NULL AND headline IS NULL
    UNION ALL
    SELECT 'time', time_id, extraction_id, start_char, end_char, text FROM core.times
    UNION ALL
    SELECT 'place', place_id, extraction_id, start_char, end_char, text FROM core.places
    UNION ALL
    SELECT 'event', event_id, extraction_id, start_char, end_char, text FROM core.events
    UNION ALL
    SELECT 'actor', event_id, extraction_id, actor_start_char, actor_end_char, actor_text
    FROM core.events WHERE actor_text IS NOT NULL
    UNION ALL
    SELECT 'target', event_id, extraction_id, target_start_char, target_end_char, target_text
    FROM core.events WHERE target_text IS NOT NULL
    UNION ALL
    SELECT 'addressee', quote_id, extraction_id, addressee_start_char, addressee_end_char,
           addressee_text
    FROM core.quotes WHERE addressee_text IS NOT NULL
    UNION ALL
    SELECT 'left out', 0, extraction_id, start_char, end_char, text FROM core.left_out_quotes
)
SELECT kind, id, text_id, text, substr(body, start_char + 1, end_char - start_char) AS in_body
FROM looked_at
JOIN facts USING (extraction_id)
WHERE substr(body, start_char + 1, end_char - start_char) <> text
