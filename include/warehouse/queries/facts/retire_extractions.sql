-- Extractions of a text in other configurations are no longer the ones the views show.
UPDATE core.extractions SET is_current = false
WHERE text_id = %(text_id)s AND config_hash <> %(config_hash)s AND is_current
