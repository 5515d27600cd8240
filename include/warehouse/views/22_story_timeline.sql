-- What moves today, and what happened to each story in its order.
CREATE FUNCTION mart.stories_between(since timestamptz, until timestamptz)
RETURNS TABLE (
    story_id text, label text, articles_then bigint, independent_texts_then bigint,
    publishers_then bigint, articles bigint, independent_texts bigint, publishers bigint, languages text[], is_new boolean,
    first_published_at timestamptz, last_published_at timestamptz, first_published_basis text,
    last_published_basis text, undated_then bigint
)
-- By the owner's rights, so that a page which sees marts alone may ask it.
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT stories.story_id,
           stories.label,
           counted.articles_then,
           counted.independent_texts_then,
           counted.publishers_then,
           counted.articles,
           counted.independent_texts,
           counted.publishers,
           counted.languages,
           stories.first_published_at >= since,
           stories.first_published_at,
           stories.last_published_at,
           CASE WHEN counted.first_stated = stories.first_published_at THEN 'stated'
                ELSE 'first_seen' END,
           CASE WHEN counted.last_stated = stories.last_published_at THEN 'stated'
                ELSE 'first_seen' END,
           counted.undated_then
    FROM core.stories
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE published BETWEEN since AND until) AS articles_then,
               count(DISTINCT root) FILTER (WHERE published BETWEEN since AND until)
                   AS independent_texts_then,
               count(DISTINCT publisher_id) FILTER (WHERE published BETWEEN since AND until)
                   AS publishers_then,
               count(*) AS articles,
               count(DISTINCT root) AS independent_texts,
               count(DISTINCT publisher_id) AS publishers,
               array_agg(DISTINCT language) FILTER (WHERE language IS NOT NULL) AS languages,
               min(stated) AS first_stated,
               max(stated) AS last_stated,
               count(*) FILTER (WHERE stated IS NULL AND published BETWEEN since AND until)
                   AS undated_then
        FROM (
            SELECT coalesce(versions.published_at, articles.first_seen_at) AS published,
                   versions.published_at AS stated,
                   articles.publisher_id,
                   coalesce(texts.copy_of, texts.text_id) AS root,
                   versions.language
            FROM core.story_articles AS members
            JOIN core.articles USING (article_id)
            JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
            JOIN core.texts ON texts.text_id = versions.text_id
            WHERE members.story_id = stories.story_id
        ) AS of_story
    ) AS counted
    WHERE stories.last_published_at >= since AND stories.first_published_at <= until
      AND counted.articles_then > 0
$$;
COMMENT ON FUNCTION mart.stories_between IS 'Stories with articles published between two instants, with what they had then and have in all. Articles whose pages state no time count by when we first saw them: undated_then. Columns as in mart.stories_today. Example: SELECT label, articles_then FROM mart.stories_between(''2026-11-19'', ''2026-11-20'')';

CREATE VIEW mart.stories_today AS
SELECT story_id, label, articles_then AS articles_today,
       independent_texts_then AS independent_texts_today, publishers_then AS publishers_today,
       articles, independent_texts, publishers, languages, is_new,
       first_published_at, last_published_at, first_published_basis, last_published_basis,
       undated_then AS undated_today
FROM mart.stories_between(now() - interval '24 hours', now());
COMMENT ON VIEW mart.stories_today IS 'One row a story with articles published in the last 24 hours. For another day: mart.stories_between(since, until).';
COMMENT ON COLUMN mart.stories_today.story_id IS 'Stable name of the story.';
COMMENT ON COLUMN mart.stories_today.label IS 'Headline of its lead article.';
COMMENT ON COLUMN mart.stories_today.articles_today IS 'Articles on it in the last 24 hours, copies included.';
COMMENT ON COLUMN mart.stories_today.independent_texts_today IS 'Their texts, each copied text once.';
COMMENT ON COLUMN mart.stories_today.publishers_today IS 'Publishers that had one.';
COMMENT ON COLUMN mart.stories_today.articles IS 'Articles on it in all.';
COMMENT ON COLUMN mart.stories_today.independent_texts IS 'Their texts, each copied text once.';
COMMENT ON COLUMN mart.stories_today.publishers IS 'Publishers that have reported it.';
COMMENT ON COLUMN mart.stories_today.languages IS 'Languages it is reported in.';
COMMENT ON COLUMN mart.stories_today.is_new IS 'Whether it began in the last 24 hours.';
COMMENT ON COLUMN mart.stories_today.first_published_at IS 'When its first article was published.';
COMMENT ON COLUMN mart.stories_today.last_published_at IS 'When its last article was published.';
COMMENT ON COLUMN mart.stories_today.first_published_basis IS 'What first_published_at goes by: stated, as a page states it, or first_seen, when we first saw the article, where it states nothing.';
COMMENT ON COLUMN mart.stories_today.last_published_basis IS 'What last_published_at goes by, likewise.';
COMMENT ON COLUMN mart.stories_today.undated_today IS 'Of articles_today those whose pages state no time: they count by when we first saw them.';

CREATE VIEW mart.story_timeline AS
SELECT members.story_id,
       happened.at,
       happened.event,
       publishers.name AS publisher,
       happened.title,
       happened.detail,
       versions.language,
       articles.canonical_url AS url,
       articles.article_id,
       happened.at_basis
FROM core.story_articles AS members
JOIN core.articles USING (article_id)
JOIN core.publishers USING (publisher_id)
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
CROSS JOIN LATERAL (
    SELECT coalesce(first.published_at, articles.first_seen_at) AS at,
           CASE members.reason
               WHEN 'first_of_story' THEN 'first report'
               WHEN 'copy' THEN 'copy'
               ELSE 'report'
           END AS event,
           first.title,
           NULL AS detail,
           CASE WHEN first.published_at IS NULL THEN 'first_seen' ELSE 'published' END AS at_basis
    FROM core.article_versions AS first
    WHERE first.article_id = articles.article_id AND first.number = 1
    UNION ALL
    SELECT mart.reported_at(later.number, later.published_at, later.updated_at, later.fetched_at,
               mart.last_stated(before.published_at, before.updated_at, before.fetched_at)),
           'edit',
           later.title,
           (SELECT string_agg(format('%s %s', counted.changes, counted.what), ', ' ORDER BY counted.what)
            FROM (SELECT what, count(*) AS changes FROM core.edit_changes
                  WHERE edit_changes.version_id = later.version_id GROUP BY what) AS counted),
           mart.reported_basis(later.number, later.published_at, later.updated_at, later.fetched_at,
               mart.last_stated(before.published_at, before.updated_at, before.fetched_at))
    FROM core.article_versions AS later
    LEFT JOIN core.article_versions AS before
        ON before.article_id = later.article_id AND before.number = later.number - 1
    WHERE later.article_id = articles.article_id
      AND EXISTS (SELECT FROM core.edit_changes WHERE edit_changes.version_id = later.version_id)
    UNION ALL
    SELECT articles.gone_at, 'deleted', versions.title, NULL, 'first_seen'
    WHERE articles.gone_at IS NOT NULL
) AS happened;
COMMENT ON VIEW mart.story_timeline IS 'One row an event in the life of a story: a report, a copy, an edit, a deletion.';
COMMENT ON COLUMN mart.story_timeline.story_id IS 'The story.';
COMMENT ON COLUMN mart.story_timeline.at IS 'When: of reports and copies, when they were published (or first seen, where undated); of edits, when the page says, or else when we found them; of deletions, when we found them. at_basis says which.';
COMMENT ON COLUMN mart.story_timeline.event IS 'first report, report, copy, edit or deleted.';
COMMENT ON COLUMN mart.story_timeline.publisher IS 'Whose article it is.';
COMMENT ON COLUMN mart.story_timeline.title IS 'Its headline from then on.';
COMMENT ON COLUMN mart.story_timeline.detail IS 'Of an edit, how much of what changed; mart.edit_log has it word for word.';
COMMENT ON COLUMN mart.story_timeline.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.story_timeline.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.story_timeline.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.story_timeline.at_basis IS 'What at goes by: published or revised, as the page states, or first_seen, our own clock.';
