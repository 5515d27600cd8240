-- Articles that have their date from one of these entries, the first of its page, follow it.
UPDATE core.article_versions SET published_at = entries.published_at, restated = restated + 1
FROM core.entries
JOIN core.pages USING (page_id)
JOIN core.articles ON articles.article_id = pages.article_id
WHERE entries.entry_key = ANY (%(entries)s)
  AND article_versions.version_id = articles.version_id
  AND article_versions.page_id = pages.page_id
  AND article_versions.published_from = 'feed'
  AND article_versions.published_at IS DISTINCT FROM entries.published_at
  AND NOT EXISTS (
      SELECT FROM core.entries AS earlier
      WHERE earlier.page_id = pages.page_id
        AND (earlier.first_seen_at, earlier.entry_key) < (entries.first_seen_at, entries.entry_key)
  )
