-- The words of these articles, for full text search.
INSERT INTO core.searchable (article_id, publisher_id, language, published_at, document, cut_at)
SELECT articles.article_id,
       articles.publisher_id,
       substr(config.name, 8),
       coalesce(versions.published_at, articles.first_seen_at),
       words.document,
       words.cut_at
FROM core.articles
JOIN core.article_versions AS versions USING (version_id)
JOIN core.texts USING (text_id)
CROSS JOIN LATERAL (SELECT core.search_config(versions.language) AS name_at) AS found
CROSS JOIN LATERAL (SELECT found.name_at, cfgname::text AS name FROM pg_ts_config WHERE oid = found.name_at) AS config
CROSS JOIN LATERAL core.words_to_search(config.name_at, versions.title, core.own_words(texts.text_id, texts.body)) AS words
WHERE articles.article_id = ANY (%(article_ids)s)
ON CONFLICT (article_id) DO UPDATE SET
    publisher_id = EXCLUDED.publisher_id,
    language = EXCLUDED.language,
    published_at = EXCLUDED.published_at,
    document = EXCLUDED.document,
    cut_at = EXCLUDED.cut_at
