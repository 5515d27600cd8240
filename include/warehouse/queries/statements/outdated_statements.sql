-- Statements to be made anew: with quotes of extractions that are no longer current, or joined by older rules.
SELECT statement_id
FROM (
    SELECT statement_id, quote_id FROM core.statement_quotes
    UNION ALL
    SELECT statement_id, quote_id FROM core.statement_parts
) AS carried
JOIN core.quotes USING (quote_id)
JOIN core.extractions USING (extraction_id)
WHERE NOT extractions.is_current
UNION
SELECT statement_id FROM core.statements WHERE is_outdated
ORDER BY statement_id
LIMIT %(most)s
