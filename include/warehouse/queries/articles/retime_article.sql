-- An article whose date is another is put into its story again, which lasts from first to last.
UPDATE core.articles SET grouped_version_id = NULL
WHERE article_id = %(article_id)s AND grouped_version_id IS NOT NULL
