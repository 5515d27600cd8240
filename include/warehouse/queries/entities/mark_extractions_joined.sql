-- Rows (extraction_id, state): what the names of these extractions were joined with.
UPDATE core.extractions SET joined_with = done.state
FROM (VALUES %s) AS done (extraction_id, state)
WHERE extractions.extraction_id = done.extraction_id
