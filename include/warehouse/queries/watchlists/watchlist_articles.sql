-- The newest articles that fit a watchlist: of each kind of criterion given, one must be met.
WITH searched AS (
    SELECT string_agg('(' || phrase::text || ')', ' | ')::tsquery AS query
    FROM unnest(%(words)s::text[]) AS word
    CROSS JOIN LATERAL phraseto_tsquery('simple', word) AS phrase
    WHERE numnode(phrase) > 0
), watched AS (
    SELECT DISTINCT canonical_id FROM core.entities WHERE name_key = ANY (%(entities)s::text[])
)
SELECT articles.url, articles.title, articles.publisher, articles.published_at,
       versions.loaded_at AS updated_at, articles.authors, articles.language, versions.license,
       articles.story_id,
       -- Found by its words, shown only where its publisher lets it be.
       CASE WHEN publishers.text_shown THEN articles.body END AS text
FROM mart.articles
JOIN core.publishers ON publishers.name = articles.publisher
JOIN core.article_versions AS versions USING (version_id)
CROSS JOIN searched
WHERE articles.first_seen_at >= now() - make_interval(days => %(days)s)
  AND articles.gone_at IS NULL
  AND (%(publishers)s::text[] = '{}' OR articles.publisher = ANY (%(publishers)s::text[]))
  AND (%(languages)s::text[] = '{}' OR articles.language = ANY (%(languages)s::text[]))
  AND (%(entities)s::text[] = '{}' OR EXISTS (
    SELECT FROM core.mentions
    JOIN core.extractions USING (extraction_id)
    JOIN core.entities AS names ON names.entity_id = mentions.entity_id
    WHERE mentions.text_id = articles.text_id AND is_current
      AND names.canonical_id IN (SELECT canonical_id FROM watched)
  ))
  AND ((%(places)s::text[] = '{}' AND %(countries)s::text[] = '{}') OR EXISTS (
    SELECT FROM core.places
    JOIN core.extractions USING (extraction_id)
    WHERE places.text_id = articles.text_id AND is_current
      AND (lower(places.name) = ANY (%(places)s::text[]) OR country = ANY (%(countries)s::text[]))
  ))
  AND (%(words)s::text[] = '{}' OR coalesce(
    to_tsvector('simple', articles.title || ' ' || left(coalesce(articles.body, ''), 200000))
        @@ searched.query, false))
ORDER BY articles.first_seen_at DESC, articles.article_id DESC
LIMIT %(most)s
