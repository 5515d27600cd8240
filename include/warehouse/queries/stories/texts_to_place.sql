-- Texts as grouping sees them, with the URL a story is named after that begins with them.
SELECT grouped_texts.text_id, grouped_texts.published_at, grouped_texts.terms,
       grouped_texts.names, grouped_texts.story_id, articles.canonical_url,
       publishers.name AS publisher
FROM core.grouped_texts
JOIN core.articles ON articles.article_id = grouped_texts.first_article_id
JOIN core.publishers USING (publisher_id)
WHERE grouped_texts.text_id = ANY (%(text_ids)s)
