-- level: fail
-- what: names that people keep apart are apart, and names they join are joined.
SELECT one.entity_id, one.name, pins.decision, other.name AS other_name
FROM core.entity_pins AS pins
JOIN core.entities AS one
    ON one.kind = pins.kind AND one.name_key = pins.name_key AND one.sense = ''
JOIN core.entities AS other
    ON other.kind = pins.kind AND other.name_key = pins.value AND other.sense = ''
WHERE pins.decision = 'never' AND one.canonical_id = other.canonical_id
   OR pins.decision = 'same_as' AND one.canonical_id <> other.canonical_id
