-- Days with articles that were never exported to a folder, or changed since: (day, is_known);
-- and the newest of those that only other rules exported, so many of them.
-- An article's day is the one it was first seen on; so is a story's, and a statement's
-- is that of its first article. A story and a statement change with their articles; a name that stands for another entity changes the articles that mention it.
WITH known AS (
    SELECT day, through, made_by FROM ops.exports WHERE folder = %(folder)s
), fresh AS (
    SELECT * FROM core.changes WHERE number > (SELECT min(through) FROM known)
), names AS (
    SELECT old_entity_id AS entity_id, number FROM fresh
    WHERE fresh.kind = 'entity' AND entity_id <> old_entity_id
    UNION
    SELECT entities.entity_id, number FROM fresh
    JOIN core.entities ON entities.canonical_id = fresh.entity_id
    WHERE fresh.kind = 'entity' AND fresh.entity_id = old_entity_id
    UNION
    SELECT from_entity_id, number FROM fresh
    JOIN core.entity_merges ON into_entity_id = fresh.entity_id AND undone_at IS NULL
    WHERE fresh.kind = 'entity' AND fresh.entity_id = old_entity_id
), touched AS (
    SELECT article_id, number FROM fresh WHERE article_id IS NOT NULL
    UNION
    SELECT articles.article_id, number FROM fresh
    JOIN core.articles ON articles.publisher_id = fresh.publisher_id
    UNION
    SELECT articles.article_id, names.number FROM names
    JOIN core.mentions USING (entity_id)
    JOIN core.article_versions USING (text_id)
    JOIN core.articles ON articles.version_id = article_versions.version_id
    UNION
    SELECT articles.article_id, names.number FROM names
    JOIN core.quotes ON speaker_entity_id = names.entity_id
    JOIN core.article_versions USING (text_id)
    JOIN core.articles ON articles.version_id = article_versions.version_id
), changed AS (
    SELECT (first_seen_at AT TIME ZONE 'UTC')::date AS day, max(number) AS number
    FROM (
        SELECT articles.first_seen_at, number FROM touched JOIN core.articles USING (article_id)
        UNION ALL
        SELECT stories.first_seen_at, number FROM touched
        JOIN core.story_articles USING (article_id)
        JOIN core.stories USING (story_id)
        UNION ALL
        SELECT stories.first_seen_at, number FROM fresh
        JOIN core.stories ON stories.story_id IN (fresh.story_id, fresh.old_story_id)
        UNION ALL
        SELECT firsts.first_seen_at, touched.number FROM touched
        JOIN core.articles USING (article_id)
        JOIN core.article_versions USING (version_id)
        JOIN core.quotes ON quotes.text_id = article_versions.text_id
        JOIN core.statement_quotes USING (quote_id)
        JOIN core.statements USING (statement_id)
        JOIN core.articles AS firsts ON firsts.article_id = statements.first_article_id
    ) AS seen
    GROUP BY 1
), days AS (
    SELECT day::date AS day
    FROM generate_series(
        coalesce(%(since)s::date, (SELECT min(first_seen_at) AT TIME ZONE 'UTC' FROM core.articles)::date),
        coalesce(%(until)s::date, (now() AT TIME ZONE 'UTC')::date),
        interval '1 day'
    ) AS day
    WHERE EXISTS (
        SELECT FROM core.articles
        WHERE first_seen_at >= day::date AND first_seen_at < day::date + interval '1 day'
    )
), due AS (
    SELECT day,
           known.day IS NOT NULL AS is_known,
           %(again)s
           OR known.day IS NULL
           OR known.through < (SELECT dropped_through FROM ops.change_numbers)
           OR coalesce(changed.number > known.through, false) AS is_due,
           known.made_by IS DISTINCT FROM %(made_by)s AS is_old
    FROM days
    LEFT JOIN known USING (day)
    LEFT JOIN changed USING (day)
)
SELECT day, is_known FROM due WHERE is_due
UNION ALL
(SELECT day, is_known FROM due WHERE is_old AND NOT is_due ORDER BY day DESC LIMIT %(old)s)
ORDER BY day
