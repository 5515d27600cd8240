-- Stories last from their first article to their last, copies included.
UPDATE core.stories SET
    first_published_at = span.first, last_published_at = span.last, updated_at = now()
FROM (
    SELECT story_articles.story_id,
           min(coalesce(versions.published_at, articles.first_seen_at)) AS first,
           max(coalesce(versions.published_at, articles.first_seen_at)) AS last
    FROM core.story_articles
    JOIN core.articles USING (article_id)
    JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
    WHERE story_articles.story_id = ANY (%(story_ids)s)
    GROUP BY story_articles.story_id
) AS span
WHERE stories.story_id = span.story_id
  AND (first_published_at, last_published_at) IS DISTINCT FROM (span.first, span.last)
