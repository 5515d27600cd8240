-- level: fail
-- what: nothing was published more than a day after it was fetched, or before 1990.
SELECT version_id, article_id, published_at, fetched_at
FROM core.article_versions
WHERE loaded_at >= %(since)s
  AND (published_at > fetched_at + interval '1 day' OR published_at < '1990-01-01')
