-- Rows (kind, name_key, decision, value) of pins that people took back.
DELETE FROM core.entity_pins USING (VALUES %s) AS gone (kind, name_key, decision, value)
WHERE entity_pins.kind = gone.kind AND entity_pins.name_key = gone.name_key
  AND entity_pins.decision = gone.decision AND entity_pins.value = gone.value
