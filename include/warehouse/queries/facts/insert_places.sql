-- Rows of places -> (place_id, start_char).
INSERT INTO core.places (extraction_id, text_id, start_char, end_char, text, name, country,
    lat, lon, geonames_id, confidence, kind, admin1, is_main, is_metonym)
VALUES %s
RETURNING place_id, start_char
