-- Statements whose first article was first seen on one day, as they stand now.
SELECT * FROM mart.statements
WHERE statement_id IN (
    SELECT statement_id FROM core.statements
    JOIN core.articles ON articles.article_id = statements.first_article_id
    WHERE articles.first_seen_at >= %(day)s AND articles.first_seen_at < %(day)s + interval '1 day'
)
ORDER BY statement_id
