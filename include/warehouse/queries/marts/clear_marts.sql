-- Forget what the marts hold of these articles.
DELETE FROM core.appearances WHERE article_id = ANY (%(article_ids)s);
DELETE FROM core.edit_changes USING core.article_versions AS versions
WHERE versions.version_id = edit_changes.version_id
  AND versions.article_id = ANY (%(article_ids)s)
