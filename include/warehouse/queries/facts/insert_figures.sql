-- Rows of figures -> (figure_id, starts_at): where each begins, in its text or in its headline.
INSERT INTO core.figures (extraction_id, text_id, start_char, end_char, headline_start_char,
    headline_end_char, headline, text, what, low, high, bound, unit, place_text, attributed_to,
    confidence, attributed_to_entity_id, told_by, place_id, time_id, of_what_start_char, of_what_end_char,
    of_what, holder_start_char, holder_end_char, holder, holder_entity_id, status, change, currency_basis)
VALUES %s
RETURNING figure_id, coalesce(start_char, headline_start_char) AS starts_at
