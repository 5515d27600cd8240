-- The article of a canonical URL with its newest version, locked: nobody else versions it now.
SELECT articles.article_id, versions.version_id, versions.number, versions.text_id,
       versions.title, versions.page_id, versions.doubt,
       versions.cleaned_by, texts.words
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.texts USING (text_id)
WHERE articles.url_sha256 = %(url_sha256)s
FOR UPDATE OF articles
