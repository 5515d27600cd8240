-- What happened: event by event, once a story, and by the names that event data use.
CREATE VIEW mart.events AS
SELECT events.event_id,
       events.kind,
       events.status,
       coalesce(actors.shown_as, actors.name, events.actor_text) AS actor,
       coalesce(targets.shown_as, targets.name, events.target_text) AS target,
       events.actor_text AS actor_as_written,
       events.target_text AS target_as_written,
       events.text AS told_by,
       places.name AS place,
       places.country AS place_country,
       places.lat,
       places.lon,
       times.on_day,
       events.confidence,
       mart.sentence(articles.body, events.start_char, events.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.language,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.is_copy,
       actors.entity_id AS actor_entity_id,
       targets.entity_id AS target_entity_id,
       events.place_id,
       articles.independent_text_id,
       events.text_id,
       events.start_char,
       events.end_char
FROM core.events
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = events.text_id
LEFT JOIN core.places ON places.place_id = events.place_id
LEFT JOIN core.times ON times.time_id = events.time_id
LEFT JOIN core.entities AS actors ON actors.entity_id = (
    SELECT canonical_id FROM core.entities WHERE entity_id = events.actor_entity_id)
LEFT JOIN core.entities AS targets ON targets.entity_id = (
    SELECT canonical_id FROM core.entities WHERE entity_id = events.target_entity_id)
WHERE extractions.is_current;
COMMENT ON VIEW mart.events IS 'One row a mention of an event and article that carries it. To count events, use mart.story_happenings: one event is told in many sentences.';
COMMENT ON COLUMN mart.events.event_id IS 'Number of the mention.';
COMMENT ON COLUMN mart.events.kind IS 'attack, arrest, charge, sentence, meet, summon, appoint, resign, vote, sign, strike, protest, accident, disaster, acquire or launch.';
COMMENT ON COLUMN mart.events.status IS 'actual, forecast, possible, negated or earlier: only actual ones are told as facts.';
COMMENT ON COLUMN mart.events.actor IS 'Who did it: the name it is known by, or the words of the text; null where the text does not tell.';
COMMENT ON COLUMN mart.events.target IS 'Whom or what it befell, likewise.';
COMMENT ON COLUMN mart.events.actor_as_written IS 'Who did it, in the words of the text.';
COMMENT ON COLUMN mart.events.target_as_written IS 'Whom it befell, in the words of the text.';
COMMENT ON COLUMN mart.events.told_by IS 'The word that tells of it.';
COMMENT ON COLUMN mart.events.place IS 'The place its sentence gives.';
COMMENT ON COLUMN mart.events.place_country IS 'ISO 3166-1 alpha-2 code of that place.';
COMMENT ON COLUMN mart.events.lat IS 'Its latitude in degrees.';
COMMENT ON COLUMN mart.events.lon IS 'Its longitude in degrees.';
COMMENT ON COLUMN mart.events.on_day IS 'The day its sentence gives.';
COMMENT ON COLUMN mart.events.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.events.sentence IS 'The sentence it stands in.';
COMMENT ON COLUMN mart.events.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.events.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.events.published_at IS 'When.';
COMMENT ON COLUMN mart.events.language IS 'Language of the text.';
COMMENT ON COLUMN mart.events.story_id IS 'The story.';
COMMENT ON COLUMN mart.events.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.events.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.events.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.events.actor_entity_id IS 'Number of who did it, as in mart.entities.';
COMMENT ON COLUMN mart.events.target_entity_id IS 'Number of whom it befell, as in mart.entities.';
COMMENT ON COLUMN mart.events.place_id IS 'Number of the place, as in core.places.';
COMMENT ON COLUMN mart.events.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.events.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.events.start_char IS 'Where the word that tells of it begins, from 0.';
COMMENT ON COLUMN mart.events.end_char IS 'Where it ends, exclusive.';

-- Two mentions of one story, kind and named target are one event; without a name the target's
-- last word decides, so that "a man" and "the 24-year-old man" are not told apart.
CREATE VIEW mart.story_happenings AS
WITH told AS (
    SELECT *,
           CASE WHEN kind IN ('accident', 'disaster') THEN ''
                ELSE coalesce(target_entity_id::text, lower(substring(target_as_written FROM '[^\s]+$')), '')
           END
               AS of_whom
    FROM mart.events
    WHERE status = 'actual' AND story_id IS NOT NULL
), once AS (
    SELECT story_id, kind, of_whom,
           count(DISTINCT article_id) AS articles,
           count(DISTINCT independent_text_id) AS independent_texts,
           count(DISTINCT publisher) AS publishers,
           count(DISTINCT publisher) FILTER (WHERE NOT is_copy) AS independent_publishers,
           mode() WITHIN GROUP (ORDER BY actor_entity_id) AS actor_entity_id,
           mode() WITHIN GROUP (ORDER BY target_entity_id) AS target_entity_id,
           mode() WITHIN GROUP (ORDER BY actor) AS actor,
           mode() WITHIN GROUP (ORDER BY target) AS target,
           mode() WITHIN GROUP (ORDER BY place_id) AS place_id,
           mode() WITHIN GROUP (ORDER BY on_day) AS on_day,
           min(published_at) AS first_published_at,
           max(confidence) AS confidence,
           (array_agg(event_id ORDER BY confidence DESC, published_at NULLS LAST, event_id))[1]
               AS event_id
    FROM told
    GROUP BY story_id, kind, of_whom
)
SELECT once.story_id,
       once.kind,
       once.actor,
       once.target,
       coalesce(once.on_day, (once.first_published_at AT TIME ZONE 'UTC')::date) AS on_day,
       CASE WHEN once.on_day IS NOT NULL THEN 'stated'
            WHEN once.first_published_at IS NOT NULL THEN 'published' END AS day_basis,
       places.name AS place,
       places.country AS place_country,
       places.lat,
       places.lon,
       places.geonames_id,
       once.articles,
       once.independent_texts,
       once.publishers,
       once.independent_publishers,
       once.confidence,
       once.actor_entity_id,
       once.target_entity_id,
       once.event_id
FROM once
LEFT JOIN core.places ON places.place_id = once.place_id;
COMMENT ON VIEW mart.story_happenings IS 'One row an event of a story: mentions of the same kind that befell the same are one event. Only what is told as fact is counted.';
COMMENT ON COLUMN mart.story_happenings.story_id IS 'The story.';
COMMENT ON COLUMN mart.story_happenings.kind IS 'What happened, as in mart.events.';
COMMENT ON COLUMN mart.story_happenings.actor IS 'Who did it, as most mentions that say so have it.';
COMMENT ON COLUMN mart.story_happenings.target IS 'Whom or what it befell.';
COMMENT ON COLUMN mart.story_happenings.on_day IS 'The day that most mentions give; where none does, the day (UTC) of the first article: see day_basis.';
COMMENT ON COLUMN mart.story_happenings.day_basis IS 'stated: a sentence gives the day; published: it is the day of the first article that tells of it; null where neither is known.';
COMMENT ON COLUMN mart.story_happenings.place IS 'The place that most mentions give.';
COMMENT ON COLUMN mart.story_happenings.place_country IS 'ISO 3166-1 alpha-2 code of that place.';
COMMENT ON COLUMN mart.story_happenings.lat IS 'Its latitude in degrees.';
COMMENT ON COLUMN mart.story_happenings.lon IS 'Its longitude in degrees.';
COMMENT ON COLUMN mart.story_happenings.geonames_id IS 'Its number in GeoNames.';
COMMENT ON COLUMN mart.story_happenings.articles IS 'Articles that tell of it.';
COMMENT ON COLUMN mart.story_happenings.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.story_happenings.publishers IS 'Publishers that tell of it.';
COMMENT ON COLUMN mart.story_happenings.independent_publishers IS 'Publishers that do in a text of their own.';
COMMENT ON COLUMN mart.story_happenings.confidence IS 'That of the surest mention, 0 to 1.';
COMMENT ON COLUMN mart.story_happenings.actor_entity_id IS 'Number of who did it, as in mart.entities.';
COMMENT ON COLUMN mart.story_happenings.target_entity_id IS 'Number of whom it befell.';
COMMENT ON COLUMN mart.story_happenings.event_id IS 'The surest mention, as in mart.events: its sentence is the evidence.';

-- PLOVER is the ontology that followed CAMEO; the columns are named as its event data name them.
CREATE VIEW mart.plover_events AS
SELECT happenings.event_id,
       happenings.on_day AS event_date,
       CASE happenings.kind
           WHEN 'attack' THEN 'ASSAULT' WHEN 'arrest' THEN 'COERCE' WHEN 'sentence' THEN 'COERCE'
           WHEN 'charge' THEN 'ACCUSE' WHEN 'meet' THEN 'CONSULT' WHEN 'summon' THEN 'REQUEST'
           WHEN 'sign' THEN 'AGREE' WHEN 'strike' THEN 'PROTEST' WHEN 'protest' THEN 'PROTEST'
       END AS event_type,
       CASE happenings.kind
           WHEN 'arrest' THEN 'arrest' WHEN 'strike' THEN 'strike' WHEN 'protest' THEN 'demo'
       END AS event_mode,
       happenings.actor AS actor_name,
       happenings.target AS recipient_name,
       happenings.place AS placename,
       happenings.place_country AS country,
       happenings.lat AS latitude,
       happenings.lon AS longitude,
       happenings.geonames_id,
       happenings.articles AS num_articles,
       happenings.independent_texts AS num_independent_texts,
       happenings.publishers AS num_sources,
       events.title AS headline,
       events.url AS source_url,
       events.sentence,
       happenings.confidence,
       happenings.story_id
FROM mart.story_happenings AS happenings
JOIN LATERAL (
    SELECT title, url, sentence FROM mart.events
    WHERE events.event_id = happenings.event_id
    ORDER BY is_copy, article_id LIMIT 1
) AS events ON true
WHERE happenings.kind IN (
    'attack', 'arrest', 'sentence', 'charge', 'meet', 'summon', 'sign', 'strike', 'protest');
COMMENT ON VIEW mart.plover_events IS 'Events of stories under PLOVER''s names, for those who come from GDELT, ICEWS or POLECAT. Kinds that PLOVER has no name for (accidents, votes, purchases …) are in mart.story_happenings alone.';
COMMENT ON COLUMN mart.plover_events.event_id IS 'The surest mention, as in mart.events.';
COMMENT ON COLUMN mart.plover_events.event_date IS 'The day, as in mart.story_happenings.';
COMMENT ON COLUMN mart.plover_events.event_type IS 'PLOVER''s category: ASSAULT, COERCE, ACCUSE, CONSULT, REQUEST, AGREE or PROTEST.';
COMMENT ON COLUMN mart.plover_events.event_mode IS 'PLOVER''s mode, where the kind has one: arrest, strike, demo.';
COMMENT ON COLUMN mart.plover_events.actor_name IS 'Who did it.';
COMMENT ON COLUMN mart.plover_events.recipient_name IS 'Whom it befell.';
COMMENT ON COLUMN mart.plover_events.placename IS 'Where.';
COMMENT ON COLUMN mart.plover_events.country IS 'ISO 3166-1 alpha-2 code of the place.';
COMMENT ON COLUMN mart.plover_events.latitude IS 'Degrees, WGS 84.';
COMMENT ON COLUMN mart.plover_events.longitude IS 'Degrees.';
COMMENT ON COLUMN mart.plover_events.geonames_id IS 'The place''s number in GeoNames.';
COMMENT ON COLUMN mart.plover_events.num_articles IS 'Articles that tell of it.';
COMMENT ON COLUMN mart.plover_events.num_independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.plover_events.num_sources IS 'Publishers that do.';
COMMENT ON COLUMN mart.plover_events.headline IS 'Headline of the article of the surest mention.';
COMMENT ON COLUMN mart.plover_events.source_url IS 'Its URL.';
COMMENT ON COLUMN mart.plover_events.sentence IS 'The sentence that tells of it.';
COMMENT ON COLUMN mart.plover_events.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.plover_events.story_id IS 'The story.';
