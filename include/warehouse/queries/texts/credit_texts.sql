-- Rows (text_id, agency): the agency each text credits.
UPDATE core.texts SET agency = found.agency
FROM (VALUES %s) AS found (text_id, agency)
WHERE texts.text_id = found.text_id
