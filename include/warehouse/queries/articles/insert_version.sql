-- The next version of an article, which becomes its newest: (version_id).
WITH stored AS (
    INSERT INTO core.article_versions (article_id, number, text_id, title, authors, credit,
        credit_from,
        published_at, published_from, updated_at, language, language_declared, section, tags,
        image_url, is_free, license, doubt, doubt_score, doubt_detail, published_hint,
        published_hint_from, method, method_reason, cleaned_by, page_id, page_sha256, fetched_at)
    VALUES (%(article_id)s, %(number)s, %(text_id)s, %(title)s, %(authors)s, %(credit)s,
        %(credit_from)s,
        %(published_at)s, %(published_from)s, %(updated_at)s, %(language)s,
        %(language_declared)s, %(section)s, %(tags)s, %(image_url)s, %(is_free)s, %(license)s,
        %(doubt)s, %(doubt_score)s, %(doubt_detail)s, %(published_hint)s, %(published_hint_from)s, %(method)s,
        %(method_reason)s, %(cleaned_by)s, %(page_id)s, %(page_sha256)s, %(fetched_at)s)
    RETURNING version_id, article_id
)
UPDATE core.articles SET version_id = stored.version_id, gone_at = NULL
FROM stored WHERE articles.article_id = stored.article_id
RETURNING stored.version_id
