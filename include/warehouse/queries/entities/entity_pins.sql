-- The pins of the last run: (kind, name_key, decision, value).
SELECT kind, name_key, decision, value FROM core.entity_pins
