-- Claims on pages end.
UPDATE core.pages SET claimed_until = NULL
WHERE page_id = ANY (%(page_ids)s) AND claimed_until IS NOT NULL
