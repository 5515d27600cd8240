-- The text of an article in its newest version, with what extraction may know of it.
SELECT texts.body, versions.title, versions.language, versions.published_at, publishers.country
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.publishers USING (publisher_id)
JOIN core.texts USING (text_id)
WHERE articles.article_id = %(article_id)s
