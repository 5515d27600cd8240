-- Store events; all values of one event in the order of the columns.
INSERT INTO core.events (extraction_id, text_id, start_char, end_char, text, kind, status,
    actor_start_char, actor_end_char, actor_text, actor_entity_id,
    target_start_char, target_end_char, target_text, target_entity_id,
    place_id, time_id, confidence)
VALUES %s
