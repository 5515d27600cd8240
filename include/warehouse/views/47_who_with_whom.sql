-- Who is reported together with whom, and how often each is reported.
CREATE VIEW mart.who_with_whom AS
SELECT coalesce(entities.shown_as, entities.name) AS entity,
       entities.kind,
       coalesce(others.shown_as, others.name) AS other,
       others.kind AS other_kind,
       count(DISTINCT ours.article_id) AS articles,
       count(DISTINCT known.root_text_id) AS independent_texts,
       count(DISTINCT known.story_id) AS stories,
       min(ours.day) AS first_day,
       max(ours.day) AS last_day,
       ours.entity_id,
       theirs.entity_id AS other_id
FROM core.appearances AS ours
JOIN core.appearances AS theirs
    ON theirs.article_id = ours.article_id AND theirs.entity_id <> ours.entity_id
JOIN core.summarized_articles AS known ON known.article_id = ours.article_id
JOIN core.entities ON entities.entity_id = ours.entity_id
JOIN core.entities AS others ON others.entity_id = theirs.entity_id
GROUP BY ours.entity_id, theirs.entity_id, entities.entity_id, others.entity_id;
COMMENT ON VIEW mart.who_with_whom IS 'One row an ordered pair of entities that stand in the same articles. Over all days: ask for one entity. Quicker, for some days: mart.with_whom and mart.pairs_between.';
COMMENT ON COLUMN mart.who_with_whom.entity IS 'The one.';
COMMENT ON COLUMN mart.who_with_whom.kind IS 'What it is.';
COMMENT ON COLUMN mart.who_with_whom.other IS 'The other.';
COMMENT ON COLUMN mart.who_with_whom.other_kind IS 'What that is.';
COMMENT ON COLUMN mart.who_with_whom.articles IS 'Articles that name both.';
COMMENT ON COLUMN mart.who_with_whom.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.who_with_whom.stories IS 'Stories of these.';
COMMENT ON COLUMN mart.who_with_whom.first_day IS 'First day (UTC) of such an article.';
COMMENT ON COLUMN mart.who_with_whom.last_day IS 'Last.';
COMMENT ON COLUMN mart.who_with_whom.entity_id IS 'Number of the one.';
COMMENT ON COLUMN mart.who_with_whom.other_id IS 'Number of the other.';

CREATE FUNCTION mart.pairs_between(
    since date, until date, of_kind text DEFAULT NULL, at_least integer DEFAULT 2
)
RETURNS TABLE (
    entity text, kind text, other text, other_kind text, articles bigint,
    independent_texts bigint, stories bigint, entity_id bigint, other_id bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH named AS MATERIALIZED (
        SELECT DISTINCT appearances.article_id, appearances.entity_id
        FROM core.appearances
        JOIN core.entities USING (entity_id)
        WHERE appearances.day BETWEEN since AND until
          AND (of_kind IS NULL OR entities.kind = of_kind)
    ),
    pairs AS (
        SELECT one.entity_id,
               two.entity_id AS other_id,
               count(*) AS articles,
               count(DISTINCT known.root_text_id) AS independent_texts,
               count(DISTINCT known.story_id) AS stories
        FROM named AS one
        JOIN named AS two ON two.article_id = one.article_id AND two.entity_id > one.entity_id
        JOIN core.summarized_articles AS known ON known.article_id = one.article_id
        GROUP BY one.entity_id, two.entity_id
        HAVING count(DISTINCT known.root_text_id) >= at_least
    )
    SELECT coalesce(entities.shown_as, entities.name),
           entities.kind,
           coalesce(others.shown_as, others.name),
           others.kind,
           pairs.articles,
           pairs.independent_texts,
           pairs.stories,
           pairs.entity_id,
           pairs.other_id
    FROM pairs
    JOIN core.entities ON entities.entity_id = pairs.entity_id
    JOIN core.entities AS others ON others.entity_id = pairs.other_id
$$;
COMMENT ON FUNCTION mart.pairs_between IS 'Pairs of entities (of one kind), each once, that at least so many independent texts of these days (UTC) name together. Columns as in mart.who_with_whom. Example: SELECT entity, other, articles FROM mart.pairs_between(''2026-11-18'', ''2026-11-21'', of_kind => ''person'')';

CREATE FUNCTION mart.entity_called(called text) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found bigint[];
    shown text;
BEGIN
    -- The display of a namesake ends in a bracket: its name is what stands before.
    SELECT array_agg(names.entity_id ORDER BY counted.articles DESC NULLS LAST, names.entity_id),
           string_agg(names.display, ', ' ORDER BY counted.articles DESC NULLS LAST, names.entity_id)
    INTO found, shown
    FROM mart.entity_names AS names
    CROSS JOIN LATERAL (
        SELECT sum(days.articles) AS articles FROM core.entity_days AS days
        WHERE days.entity_id = names.entity_id
    ) AS counted
    WHERE names.entity IN (called, regexp_replace(called, ' \([^()]+\)$', ''))
      AND called IN (names.entity, names.display);
    IF found IS NULL THEN
        RAISE NOTICE 'no entity is called %: mart.find_entities looks for names like it', quote_literal(called);
    ELSIF cardinality(found) > 1 THEN
        RAISE NOTICE '% entities are called %: %. The first is answered for; ask by one of these names', cardinality(found), quote_literal(called), shown;
    END IF;
    RETURN found[1];
END $$;
COMMENT ON FUNCTION mart.entity_called IS 'The entity_id of an entity by its name or its display; of namesakes the most reported, with a notice that names them all. Example: SELECT * FROM mart.mentions WHERE entity_id = mart.entity_called(''Kaja Kallas'')';

CREATE FUNCTION mart.with_whom(of_entity text, since date, until date)
RETURNS TABLE (
    other text, other_kind text, articles bigint, independent_texts bigint, stories bigint,
    last_day date, other_id bigint
)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    meant bigint := mart.entity_called(of_entity);
BEGIN
    RETURN QUERY
    WITH ours AS MATERIALIZED (
        SELECT DISTINCT appearances.article_id, appearances.day, appearances.entity_id
        FROM core.appearances
        WHERE appearances.entity_id = meant AND appearances.day BETWEEN since AND until
    ),
    theirs AS (
        SELECT appearances.entity_id,
               count(DISTINCT ours.article_id) AS articles,
               count(DISTINCT known.root_text_id) AS independent_texts,
               count(DISTINCT known.story_id) AS stories,
               max(ours.day) AS last_day
        FROM ours
        JOIN core.appearances ON appearances.article_id = ours.article_id
            AND appearances.entity_id <> ours.entity_id
        JOIN core.summarized_articles AS known ON known.article_id = ours.article_id
        GROUP BY appearances.entity_id
    )
    SELECT coalesce(others.shown_as, others.name),
           others.kind,
           theirs.articles,
           theirs.independent_texts,
           theirs.stories,
           theirs.last_day,
           theirs.entity_id
    FROM theirs
    JOIN core.entities AS others ON others.entity_id = theirs.entity_id;
END $$;
COMMENT ON FUNCTION mart.with_whom IS 'Who is named in the same articles of these days (UTC) as this entity, called by its name or its display. Columns as in mart.who_with_whom. Example: SELECT other, articles FROM mart.with_whom(''Kaja Kallas'', ''2026-11-01'', ''2026-11-21'')';

CREATE VIEW mart.entity_trend AS
SELECT coalesce(entities.shown_as, entities.name) AS entity,
       entities.kind,
       days.day,
       days.articles,
       days.independent_texts,
       days.stories,
       round(usual.articles / 28.0, 3) AS usual_articles,
       round(usual.independent_texts / 28.0, 3) AS usual_independent_texts,
       round(usual.stories / 28.0, 3) AS usual_stories,
       usual.days_seen,
       round((days.independent_texts - usual.independent_texts / 28.0)
             / sqrt(greatest(usual.squares / 28.0 - (usual.independent_texts / 28.0) ^ 2, 1)), 2) AS surge,
       days.entity_id
FROM core.entity_days AS days
JOIN core.entities USING (entity_id)
CROSS JOIN LATERAL (
    SELECT coalesce(sum(before.articles), 0) AS articles,
           coalesce(sum(before.independent_texts), 0) AS independent_texts,
           coalesce(sum(before.stories), 0) AS stories,
           coalesce(sum(before.independent_texts::numeric ^ 2), 0) AS squares,
           count(*) AS days_seen
    FROM core.entity_days AS before
    WHERE before.entity_id = days.entity_id
      AND before.day BETWEEN days.day - 28 AND days.day - 1
) AS usual;
COMMENT ON VIEW mart.entity_trend IS 'One row an entity and day (UTC) on which it is reported, beside what is usual for it: its mean over the 28 days before, days without it counted as none.';
COMMENT ON COLUMN mart.entity_trend.entity IS 'The entity.';
COMMENT ON COLUMN mart.entity_trend.kind IS 'What it is.';
COMMENT ON COLUMN mart.entity_trend.day IS 'The day.';
COMMENT ON COLUMN mart.entity_trend.articles IS 'Articles that mention it.';
COMMENT ON COLUMN mart.entity_trend.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.entity_trend.stories IS 'Stories of these.';
COMMENT ON COLUMN mart.entity_trend.usual_articles IS 'Articles on a usual day.';
COMMENT ON COLUMN mart.entity_trend.usual_independent_texts IS 'Independent texts on a usual day.';
COMMENT ON COLUMN mart.entity_trend.usual_stories IS 'Stories on a usual day.';
COMMENT ON COLUMN mart.entity_trend.days_seen IS 'Days of the 28 on which it was reported at all; 0: it is new, or back.';
COMMENT ON COLUMN mart.entity_trend.surge IS 'How many standard deviations (at least of 1 text) above usual its independent texts are.';
COMMENT ON COLUMN mart.entity_trend.entity_id IS 'Number of the entity.';
