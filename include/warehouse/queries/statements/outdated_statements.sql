-- Statements with quotes of extractions that are no longer current.
SELECT DISTINCT statement_quotes.statement_id
FROM core.statement_quotes
JOIN core.quotes USING (quote_id)
JOIN core.extractions USING (extraction_id)
WHERE NOT extractions.is_current
ORDER BY statement_quotes.statement_id
