-- Whose own site, of news agencies, the publishers of these articles are.
UPDATE core.publishers SET agency_site = told.agency
FROM (
    SELECT publisher_id, min(mart.agency_site(seen.url, seen.name, seen.credit)) AS agency
    FROM (
        SELECT DISTINCT articles.publisher_id, publishers.name,
               substring(articles.canonical_url FROM '^https?://[^/]+') AS url,
               coalesce(versions.credit, texts.agency) AS credit
        FROM core.articles
        JOIN core.article_versions AS versions USING (version_id)
        JOIN core.texts USING (text_id)
        JOIN core.publishers ON publishers.publisher_id = articles.publisher_id
        WHERE articles.article_id = ANY (%(article_ids)s)
    ) AS seen
    GROUP BY publisher_id
) AS told
WHERE told.publisher_id = publishers.publisher_id AND told.agency IS NOT NULL
  AND publishers.agency_site IS DISTINCT FROM told.agency
