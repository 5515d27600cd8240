-- Articles that have their date from one of these entries, the first of its page, follow it: (article_id, text_id, before, published_at).
WITH redated AS (
    SELECT versions.version_id, versions.published_at AS before, entries.published_at
    FROM core.entries
    JOIN core.pages USING (page_id)
    JOIN core.articles ON articles.article_id = pages.article_id
    JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
        AND versions.page_id = pages.page_id
    WHERE entries.entry_key = ANY (%(entries)s)
      AND versions.published_from = 'feed'
      AND versions.published_at IS DISTINCT FROM entries.published_at
      AND NOT EXISTS (
          SELECT FROM core.entries AS earlier
          WHERE earlier.page_id = pages.page_id
            AND (earlier.first_seen_at, earlier.entry_key) < (entries.first_seen_at, entries.entry_key)
      )
)
UPDATE core.article_versions AS versions
SET published_at = redated.published_at, restated = restated + 1
FROM redated
WHERE versions.version_id = redated.version_id
RETURNING versions.article_id, versions.text_id, redated.before, versions.published_at
