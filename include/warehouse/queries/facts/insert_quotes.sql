-- Rows of quotes -> (quote_id, start_char, end_char).
INSERT INTO core.quotes (extraction_id, text_id, start_char, end_char, text, kind,
    speaker_start_char, speaker_end_char, speaker_text, speaker_entity_id,
    cue_start_char, cue_end_char, cue_text, confidence,
    addressee_start_char, addressee_end_char, addressee_text, addressee_entity_id,
    place_id, time_id, speaker_basis, speaker_pronoun_start_char, speaker_pronoun_end_char,
    speaker_pronoun, speaker_gender)
VALUES %s
RETURNING quote_id, start_char, end_char
