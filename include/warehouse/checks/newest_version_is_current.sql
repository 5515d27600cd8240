-- level: fail
-- what: an article points to its newest version.
SELECT articles.article_id, articles.version_id, newest.version_id AS newest
FROM core.articles
LEFT JOIN LATERAL (
    SELECT version_id FROM core.article_versions
    WHERE article_versions.article_id = articles.article_id
    ORDER BY number DESC LIMIT 1
) AS newest ON true
WHERE articles.version_id IS DISTINCT FROM newest.version_id
