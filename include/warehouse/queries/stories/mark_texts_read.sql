-- These texts are read; articles that carry them are to be grouped by what they count as now.
WITH read AS (
    UPDATE core.texts SET grouped_as = coalesce(copy_of, text_id)
    WHERE text_id = ANY (%(text_ids)s)
)
UPDATE core.articles SET grouped_version_id = NULL
FROM core.article_versions AS versions
WHERE versions.version_id = articles.version_id AND versions.text_id = ANY (%(text_ids)s)
  AND articles.grouped_version_id IS NOT NULL
