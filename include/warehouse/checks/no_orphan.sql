-- level: fail
-- what: nothing is left that no article or feed leads to.
SELECT 'text no version has' AS orphan, text_id::text AS id
FROM core.texts
WHERE first_seen_at >= %(since)s
  AND NOT EXISTS (SELECT FROM core.article_versions WHERE article_versions.text_id = texts.text_id)
UNION ALL
SELECT 'article without a version', article_id::text
FROM core.articles
WHERE first_seen_at >= %(since)s AND version_id IS NULL
UNION ALL
SELECT 'article without a page', article_id::text
FROM core.articles
WHERE first_seen_at >= %(since)s
  AND NOT EXISTS (SELECT FROM core.pages WHERE pages.article_id = articles.article_id)
UNION ALL
SELECT 'story without articles', story_id
FROM core.stories
WHERE size > 0  -- else its texts are all elsewhere, or no article has them any more
  AND NOT EXISTS (SELECT FROM core.story_articles WHERE story_articles.story_id = stories.story_id)
UNION ALL
SELECT 'story led by an article of another', story_id
FROM core.stories
WHERE size > 0 AND NOT EXISTS (
    SELECT FROM core.story_articles
    WHERE story_articles.story_id = stories.story_id AND article_id = lead_article_id
)
UNION ALL
SELECT 'articles in an empty story', story_id
FROM core.stories
WHERE size = 0
  AND EXISTS (SELECT FROM core.story_articles WHERE story_articles.story_id = stories.story_id)
UNION ALL
SELECT 'quote without parts', quote_id::text
FROM core.extractions
JOIN core.quotes USING (extraction_id)
WHERE extracted_at >= %(since)s
  AND NOT EXISTS (SELECT FROM core.quote_fragments WHERE quote_fragments.quote_id = quotes.quote_id)
UNION ALL
SELECT 'fact of another text than its extraction', extraction_id::text
FROM core.extractions
WHERE extracted_at >= %(since)s AND (
    EXISTS (SELECT FROM core.mentions WHERE mentions.extraction_id = extractions.extraction_id
            AND mentions.text_id <> extractions.text_id)
    OR EXISTS (SELECT FROM core.quotes WHERE quotes.extraction_id = extractions.extraction_id
               AND quotes.text_id <> extractions.text_id)
    OR EXISTS (SELECT FROM core.figures WHERE figures.extraction_id = extractions.extraction_id
               AND figures.text_id <> extractions.text_id)
    OR EXISTS (SELECT FROM core.events WHERE events.extraction_id = extractions.extraction_id
               AND events.text_id <> extractions.text_id)
)
UNION ALL
SELECT 'text with extractions but none that is current', text_id::text
FROM core.extractions
WHERE extracted_at >= %(since)s
GROUP BY text_id
HAVING NOT EXISTS (
    SELECT FROM core.extractions AS others WHERE others.text_id = extractions.text_id AND is_current
)
