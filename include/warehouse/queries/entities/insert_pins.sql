-- Rows (kind, name_key, decision, value) of pins.
INSERT INTO core.entity_pins (kind, name_key, decision, value) VALUES %s ON CONFLICT DO NOTHING
