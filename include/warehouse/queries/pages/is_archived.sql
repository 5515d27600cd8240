-- Whether any body is in the archive: (is_archived).
SELECT EXISTS (SELECT FROM core.pages WHERE archive_path IS NOT NULL)
    OR EXISTS (SELECT FROM core.feeds WHERE archive_path IS NOT NULL) AS is_archived
