-- Articles first seen on one day, as records of GDELT's GKG 2.1.
SELECT gkg.*
FROM core.articles
CROSS JOIN LATERAL mart.gkg_record(articles.article_id) AS gkg
WHERE first_seen_at >= %(day)s AND first_seen_at < %(day)s + interval '1 day'
  AND version_id IS NOT NULL
ORDER BY article_id
