-- Quotes of current extractions that hold one of these statements among more: (statement_id, quote_id).
SELECT statement_parts.statement_id, statement_parts.quote_id
FROM core.statement_parts
JOIN core.statement_quotes USING (quote_id)
JOIN core.quotes USING (quote_id)
JOIN core.extractions USING (extraction_id)
WHERE extractions.is_current AND statement_parts.statement_id = ANY (%(statement_ids)s)
ORDER BY statement_parts.statement_id, statement_parts.quote_id
