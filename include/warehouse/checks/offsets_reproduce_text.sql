-- level: fail
-- what: a fact's offsets give back its text exactly.
SELECT kind, id, facts.text_id, facts.text,
       substr(texts.body, start_char + 1, end_char - start_char) AS in_body
FROM (
    SELECT 'mention' AS kind, mention_id AS id, text_id, start_char, end_char, text FROM core.mentions
    UNION ALL SELECT 'quote', quote_id, text_id, start_char, end_char, text FROM core.quotes
    UNION ALL SELECT 'figure', figure_id, text_id, start_char, end_char, text FROM core.figures
    UNION ALL SELECT 'time', time_id, text_id, start_char, end_char, text FROM core.times
    UNION ALL SELECT 'place', place_id, text_id, start_char, end_char, text FROM core.places
    UNION ALL SELECT 'speaker', quote_id, text_id, speaker_start_char, speaker_end_char, speaker_text
        FROM core.quotes WHERE speaker_text IS NOT NULL
    UNION ALL SELECT 'cue', quote_id, text_id, cue_start_char, cue_end_char, cue_text
        FROM core.quotes WHERE cue_text IS NOT NULL
    UNION ALL SELECT 'addressee', quote_id, text_id, addressee_start_char, addressee_end_char,
        addressee_text FROM core.quotes WHERE addressee_text IS NOT NULL
    UNION ALL SELECT 'left_out', 0, text_id, start_char, end_char, text FROM core.left_out_quotes
) AS facts
JOIN core.texts USING (text_id)
WHERE substr(texts.body, start_char + 1, end_char - start_char) <> facts.text
