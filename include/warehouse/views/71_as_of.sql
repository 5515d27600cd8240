-- What the warehouse knew at an instant, for research that can be repeated. Versions, facts,
-- stories and joined names carry the instants they were written at; what was written later
-- is left out, what has been superseded since is shown as it stood.
CREATE FUNCTION mart.told_of(instant timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first_at timestamptz := (SELECT min(first_seen_at) FROM core.articles);
BEGIN
    IF first_at IS NULL THEN
        RAISE NOTICE 'nothing is stored yet: the answer is empty for want of a run';
    ELSIF instant < first_at THEN
        RAISE NOTICE 'nothing was known at %: the first article was stored at %. For when outlets said something ask by reported_at', instant, first_at;
    END IF;
    RETURN true;
END $$;
COMMENT ON FUNCTION mart.told_of IS 'True; with a notice where nothing was known at an instant.';

CREATE FUNCTION mart.articles_as_of(instant timestamptz)
RETURNS TABLE (
    article_id bigint, publisher text, title text, authors text[], published_at timestamptz,
    language text, words integer, version integer, url text, story_id text, text_id bigint,
    independent_text_id bigint, first_seen_at timestamptz, is_gone boolean, version_id bigint,
    extraction_id bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT articles.article_id,
           publishers.name,
           versions.title,
           versions.authors,
           versions.published_at,
           versions.language,
           texts.words,
           versions.number,
           articles.canonical_url,
           members.story_id,
           versions.text_id,
           CASE WHEN originals.first_seen_at <= instant THEN originals.text_id ELSE texts.text_id END,
           articles.first_seen_at,
           coalesce(articles.gone_at <= instant, false),
           versions.version_id,
           read.extraction_id
    FROM core.article_versions AS versions
    JOIN core.articles USING (article_id)
    JOIN core.publishers USING (publisher_id)
    JOIN core.texts ON texts.text_id = versions.text_id
    LEFT JOIN core.texts AS originals ON originals.text_id = coalesce(texts.copy_of, texts.text_id)
    LEFT JOIN core.story_memberships AS members
        ON members.article_id = articles.article_id AND members.since <= instant
        AND (members.until IS NULL OR members.until > instant)
    LEFT JOIN LATERAL (
        SELECT extractions.extraction_id FROM core.extractions
        WHERE extractions.text_id = versions.text_id AND extractions.extracted_at <= instant
        ORDER BY extractions.extracted_at DESC, extractions.extraction_id DESC LIMIT 1
    ) AS read ON true
    WHERE versions.loaded_at <= instant AND mart.told_of(instant)
      AND NOT EXISTS (
          SELECT FROM core.article_versions AS later
          WHERE later.article_id = versions.article_id AND later.number > versions.number
            AND later.loaded_at <= instant
      )
$$;
COMMENT ON FUNCTION mart.articles_as_of IS 'Articles in the version we had at an instant, with the extraction then current. Columns as in mart.articles, and the story it was in then. This asks for what we knew; what outlets said at a time is told by reported_at. Example: SELECT title, version FROM mart.articles_as_of(''2026-11-21'')';

CREATE FUNCTION mart.figures_as_of(instant timestamptz)
RETURNS TABLE (
    what text, low numeric, high numeric, bound text, unit text, figure text, place text,
    attributed_to text, confidence real, title text, publisher text, published_at timestamptz,
    story_id text, url text, article_id bigint, version integer, text_id bigint,
    start_char integer, end_char integer, figure_id bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT figures.what, figures.low, figures.high, figures.bound, figures.unit, figures.text,
           figures.place_text, figures.attributed_to, figures.confidence, known.title,
           known.publisher, known.published_at, known.story_id, known.url, known.article_id,
           known.version, figures.text_id, figures.start_char, figures.end_char, figures.figure_id
    FROM mart.articles_as_of(instant) AS known
    JOIN core.figures ON figures.text_id = known.text_id
        AND figures.extraction_id = known.extraction_id
$$;
COMMENT ON FUNCTION mart.figures_as_of IS 'Figures as the warehouse knew them at an instant. Columns as in mart.figures. Example: SELECT what, low, publisher FROM mart.figures_as_of(''2026-11-21'')';

CREATE FUNCTION mart.meant_as_of(name_id bigint, in_text_id bigint, instant timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce((
        SELECT merges.into_entity_id FROM core.entity_merges AS merges
        WHERE merges.from_entity_id = name_id
          AND (merges.text_id = in_text_id OR merges.text_id IS NULL)
          AND merges.made_at <= instant AND (merges.undone_at IS NULL OR merges.undone_at > instant)
        ORDER BY merges.text_id NULLS LAST, merges.made_at DESC LIMIT 1
    ), name_id)
$$;
COMMENT ON FUNCTION mart.meant_as_of IS 'The entity that a name in a text was taken to mean at an instant.';

CREATE FUNCTION mart.quotes_as_of(instant timestamptz)
RETURNS TABLE (
    speaker text, speaker_text text, quote text, kind text, cue text, confidence real, title text,
    publisher text, published_at timestamptz, story_id text, url text, article_id bigint,
    version integer, text_id bigint, start_char integer, end_char integer, quote_id bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(speakers.shown_as, speakers.name), quotes.speaker_text, quotes.text, quotes.kind,
           quotes.cue_text, quotes.confidence, known.title, known.publisher, known.published_at,
           known.story_id, known.url, known.article_id, known.version, quotes.text_id,
           quotes.start_char, quotes.end_char, quotes.quote_id
    FROM mart.articles_as_of(instant) AS known
    JOIN core.quotes ON quotes.text_id = known.text_id
        AND quotes.extraction_id = known.extraction_id
    LEFT JOIN core.entities AS speakers
        ON speakers.entity_id = mart.meant_as_of(quotes.speaker_entity_id, quotes.text_id, instant)
$$;

COMMENT ON FUNCTION mart.quotes_as_of IS 'Quotes as the warehouse knew them at an instant. Columns as in mart.quotes. Example: SELECT speaker, quote FROM mart.quotes_as_of(''2026-11-21'')';

CREATE FUNCTION mart.mentions_as_of(instant timestamptz)
RETURNS TABLE (
    entity text, kind text, mention text, label text, role text, confidence real, title text,
    publisher text, published_at timestamptz, story_id text, url text, article_id bigint,
    version integer, entity_id bigint, text_id bigint, start_char integer, end_char integer,
    mention_id bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(entities.shown_as, entities.name), entities.kind, mentions.text, mentions.label,
           mentions.role, mentions.confidence, known.title, known.publisher, known.published_at,
           known.story_id, known.url, known.article_id, known.version, entities.entity_id,
           mentions.text_id, mentions.start_char, mentions.end_char, mentions.mention_id
    FROM mart.articles_as_of(instant) AS known
    JOIN core.mentions ON mentions.text_id = known.text_id
        AND mentions.extraction_id = known.extraction_id
    JOIN core.entities
        ON entities.entity_id = mart.meant_as_of(mentions.entity_id, mentions.text_id, instant)
$$;
COMMENT ON FUNCTION mart.mentions_as_of IS 'Mentions as the warehouse knew them at an instant. Columns as in mart.mentions. Example: SELECT entity, mention FROM mart.mentions_as_of(''2026-11-21'')';

CREATE FUNCTION mart.stories_as_of(instant timestamptz)
RETURNS TABLE (
    story_id text, title text, articles bigint, independent_texts bigint, publishers bigint,
    first_published_at timestamptz, last_published_at timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT known.story_id,
           (array_agg(known.title ORDER BY known.published_at, known.article_id))[1],
           count(*),
           count(DISTINCT known.independent_text_id),
           count(DISTINCT known.publisher),
           min(known.published_at),
           max(known.published_at)
    FROM mart.articles_as_of(instant) AS known
    WHERE known.story_id IS NOT NULL
    GROUP BY known.story_id
$$;
COMMENT ON FUNCTION mart.stories_as_of IS 'Stories as the warehouse knew them at an instant, each by the headline of its earliest article. Example: SELECT title, articles FROM mart.stories_as_of(''2026-11-21'')';
