-- A version takes what present rules read beside its words: (is_restated, published_at, updated_at), the two as they were.
-- Repeating it changes nothing.
UPDATE core.article_versions AS versions SET
    authors = now_read.authors, credit = now_read.credit, credit_from = now_read.credit_from, published_at = now_read.published_at,
    published_from = now_read.published_from, updated_at = now_read.updated_at,
    language = now_read.language, language_declared = now_read.language_declared,
    section = now_read.section, tags = now_read.tags, image_url = now_read.image_url,
    is_free = now_read.is_free, license = now_read.license, doubt = now_read.doubt,
    doubt_score = now_read.doubt_score, doubt_detail = now_read.doubt_detail,
    published_hint = now_read.published_hint, published_hint_from = now_read.published_hint_from,
    method = %(method)s, method_reason = %(method_reason)s, cleaned_by = %(cleaned_by)s,
    restated = before.restated + (now_read IS DISTINCT FROM was_read)::integer
FROM core.article_versions AS before
CROSS JOIN LATERAL (
    SELECT before.authors, before.credit, before.credit_from, before.published_at, before.published_from,
           before.updated_at, before.language, before.language_declared, before.section,
           before.tags, before.image_url, before.is_free, before.license, before.doubt,
           before.doubt_score, before.doubt_detail, before.published_hint,
           before.published_hint_from
) AS was_read
CROSS JOIN (
    SELECT %(authors)s::text[] AS authors, %(credit)s::text AS credit,
           %(credit_from)s::text AS credit_from,
           %(published_at)s::timestamptz AS published_at, %(published_from)s::text AS published_from,
           %(updated_at)s::timestamptz AS updated_at, %(language)s::text AS language,
           %(language_declared)s::text AS language_declared, %(section)s::text AS section,
           %(tags)s::text[] AS tags, %(image_url)s::text AS image_url, %(is_free)s::boolean AS is_free,
           %(license)s::text AS license, %(doubt)s::text AS doubt, %(doubt_score)s::real AS doubt_score,
           %(doubt_detail)s::text AS doubt_detail, %(published_hint)s::timestamptz AS published_hint,
           %(published_hint_from)s::text AS published_hint_from
) AS now_read
WHERE versions.version_id = %(version_id)s AND before.version_id = versions.version_id
RETURNING versions.restated > before.restated AS is_restated, before.published_at, before.updated_at
