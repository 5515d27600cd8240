-- Rows (quote_id, within_quote_id): quotes that stand between the parts of another.
UPDATE core.quotes SET within_quote_id = nested.within
FROM (VALUES %s) AS nested (quote_id, within)
WHERE quotes.quote_id = nested.quote_id
