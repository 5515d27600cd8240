-- The facts of a text were read by an instant that is no longer stated: they are of no present configuration, and give way in time.
-- Repeating it changes nothing more than the mark.
UPDATE core.extractions SET config_hash = config_hash || '@' || extraction_id
WHERE text_id = %(text_id)s AND is_current AND position('@' IN config_hash) = 0
  AND (reference_at = ANY (%(left)s) OR (reference_at IS NULL AND %(is_dated)s))
