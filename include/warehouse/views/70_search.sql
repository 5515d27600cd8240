-- Full text and names. Words are compared by the rules of each text's language, whatever
-- their accents; queries are written as for a search engine: quake "civil defense" -chile.
CREATE FUNCTION mart.search_ranked(
    query text,
    in_language text,
    since timestamptz,
    until timestamptz,
    by_publisher text,
    most integer,
    OUT article_id bigint,
    OUT rank real
) RETURNS SETOF record ROWS 10
-- By the owner's rights: the words of withheld texts are found, and not shown.
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
-- Words that say nothing are told once, not by each language.
SET client_min_messages = warning AS $$
DECLARE
    spoken text;
    reading tsquery;
    publisher_wanted bigint;
    seen bigint;
    matching bigint[];
BEGIN
    IF by_publisher IS NOT NULL THEN
        SELECT publishers.publisher_id INTO publisher_wanted
        FROM core.publishers WHERE publishers.name = by_publisher;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no publisher is called %: mart.publishers lists them', quote_literal(by_publisher);
        END IF;
    END IF;
    FOR spoken IN
        -- One language after another by the index, not all rows to tell them apart.
        WITH RECURSIVE languages AS (
            SELECT min(searchable.language) AS code FROM core.searchable
            UNION ALL
            SELECT (SELECT min(searchable.language) FROM core.searchable
                    WHERE searchable.language > languages.code)
            FROM languages WHERE languages.code IS NOT NULL
        )
        SELECT code FROM languages
        WHERE code IS NOT NULL
          AND (in_language IS NULL OR code = (
              SELECT substr(cfgname, 8) FROM pg_ts_config WHERE oid = core.search_config(in_language)))
    LOOP
        reading := websearch_to_tsquery(('core.search_' || spoken)::regconfig, left(query, 1000));
        CONTINUE WHEN numnode(reading) = 0;
        -- The newest three hundred that match are ranked: a word of every article would have the
        -- whole warehouse read. They are looked for among the newest thousand texts, and by the
        -- index of words where these hold too few. The planner is not asked which: it takes
        -- reading a text's words to be cheap, and walks through tens of thousands.
        EXECUTE format($query$
            SELECT count(*), (array_agg(newest.article_id ORDER BY newest.published_at DESC)
                              FILTER (WHERE newest.document @@ $1))[:300]
            FROM (
                SELECT searchable.article_id, searchable.document, searchable.published_at
                FROM core.searchable
                WHERE searchable.language = $2 %s %s %s
                ORDER BY searchable.published_at DESC
                LIMIT 1000
            ) AS newest
            $query$,
            CASE WHEN since IS NOT NULL THEN 'AND searchable.published_at >= $3' END,
            CASE WHEN until IS NOT NULL THEN 'AND searchable.published_at < $4' END,
            CASE WHEN publisher_wanted IS NOT NULL THEN 'AND searchable.publisher_id = $5' END)
        INTO seen, matching
        USING reading, spoken, since, until, publisher_wanted;
        IF seen = 1000 AND coalesce(cardinality(matching), 0) < 300 THEN
            SELECT array_agg(found.article_id) INTO matching
            FROM (
                SELECT searchable.article_id
                FROM core.searchable
                WHERE searchable.document @@ reading
                  -- So written that no other index fits.
                  AND searchable.language || '' = spoken
                  AND (since IS NULL OR searchable.published_at + interval '0' >= since)
                  AND (until IS NULL OR searchable.published_at + interval '0' < until)
                  AND (publisher_wanted IS NULL OR searchable.publisher_id + 0 = publisher_wanted)
                ORDER BY searchable.published_at + interval '0' DESC
                LIMIT 300
            ) AS found;
        END IF;
        RETURN QUERY
        SELECT searchable.article_id, ts_rank_cd(searchable.document, reading, 1)
        FROM unnest(matching) AS one (article_id)
        JOIN core.searchable ON searchable.article_id = one.article_id
        ORDER BY 2 DESC, 1 DESC
        LIMIT least(greatest(most, 1), 300);
    END LOOP;
END $$;
COMMENT ON FUNCTION mart.search_ranked IS 'Articles with these words and how well they fit; mart.search shows them.';

CREATE FUNCTION mart.search(
    query text,
    in_language text DEFAULT NULL,
    since timestamptz DEFAULT NULL,
    until timestamptz DEFAULT NULL,
    by_publisher text DEFAULT NULL,
    most integer DEFAULT 10,
    after text DEFAULT NULL
)
RETURNS TABLE (
    rank real, title text, fragments text, publisher text, published_at timestamptz,
    story_id text, language text, url text, article_id bigint, matches bigint, cursor text
)
ROWS 10
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wanted constant integer := least(greatest(most, 1), 300);
    shown integer := 0;
    one record;
    after_rank real;
    after_id bigint;
BEGIN
    IF length(query) - length(replace(query, '"', '')) & 1 = 1 THEN
        RAISE NOTICE 'a quotation mark is open in %: all behind it is read as one phrase', quote_literal(left(query, 100));
    END IF;
    IF after IS NOT NULL THEN
        IF after !~ '^[0-9.e+-]{1,30}:[0-9]{1,18}$' THEN
            RAISE EXCEPTION '% is no cursor: take it from the last row', quote_literal(after);
        END IF;
        after_rank := split_part(after, ':', 1)::real;
        after_id := split_part(after, ':', 2)::bigint;
    END IF;
    FOR one IN
        SELECT found.rank,
               articles.title,
               ts_headline(
                   core.search_config(articles.language),
                   left(articles.body, 20000),
                   websearch_to_tsquery(core.search_config(articles.language), left(query, 1000)),
                   'StartSel=«, StopSel=», MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'),
               articles.publisher,
               articles.published_at,
               articles.story_id,
               articles.language,
               articles.url,
               articles.article_id,
               found.matches,
               found.rest
        FROM (
            SELECT ranked.article_id, ranked.rank,
                   count(*) OVER () AS rest,
                   max(ranked.counted) OVER () AS matches
            FROM (
                SELECT each.article_id, each.rank, count(*) OVER () AS counted
                FROM mart.search_ranked(query, in_language, since, until, by_publisher, 300) AS each
            ) AS ranked
            WHERE after_id IS NULL OR (ranked.rank, ranked.article_id) < (after_rank, after_id)
            ORDER BY ranked.rank DESC, ranked.article_id DESC
            LIMIT wanted
        ) AS found
        JOIN mart.articles USING (article_id)
        ORDER BY found.rank DESC, found.article_id DESC
    LOOP
        shown := shown + 1;
        rank := one.rank; title := one.title; fragments := one.ts_headline;
        publisher := one.publisher; published_at := one.published_at; story_id := one.story_id;
        language := one.language; url := one.url; article_id := one.article_id;
        matches := one.matches;
        cursor := one.rank || ':' || one.article_id;
        RETURN NEXT;
    END LOOP;
    IF shown = 0 THEN
        RAISE NOTICE 'no article matches %: words that all texts have say nothing', quote_literal(left(query, 100));
    ELSIF one.rest > shown THEN
        RAISE NOTICE '% of % shown: most => % shows more, after => % the next', shown, one.matches, least(one.matches, 300), quote_literal(cursor);
    END IF;
END $$;
COMMENT ON FUNCTION mart.search IS 'Articles with these words in headline or body, the best first: quake "civil defense" -chile, mine OR strike. Ten, or as many as most says (300 at most); matches says how many there are, and after => the cursor of the last row gives the next. Of each language the newest 300 that match are ranked; fragments mark the words «so», and are null where the text is withheld. Example: SELECT title, publisher, fragments FROM mart.search(''"civil defense" toll -ferry'')';

CREATE FUNCTION mart.name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT btrim(regexp_replace(
        lower(regexp_replace(normalize(left(name, 200), NFKD), '[\u0300-\u036f]', '', 'g')),
        '[^[:alnum:]]+', ' ', 'g'))
$$;
COMMENT ON FUNCTION mart.name_key IS 'A name as core.entities.name_key has it: lower case, without accents and punctuation.';

CREATE FUNCTION mart.likeness(one text, other text) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, ops AS $$
    SELECT similarity(one, other)
$$;
COMMENT ON FUNCTION mart.likeness IS 'How many groups of three letters two texts share, 0 to 1.';

-- Called once so that its library is loaded: settings of a library that is not are refused.
DO $$ BEGIN
    EXECUTE format('SELECT %s.word_similarity('''', '''')', (
        SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm'));
END $$;

CREATE FUNCTION mart.find_entities(name text, of_kind text DEFAULT NULL, most integer DEFAULT 10)
RETURNS TABLE (
    entity text, kind text, likeness real, matched_name text, days bigint, articles bigint,
    last_day date, entity_id bigint, display text
)
ROWS 10
-- pg_trgm lies where the first migration or an administrator put it.
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, ops SET pg_trgm.word_similarity_threshold = 0.45 AS $$
DECLARE
    wanted text := mart.name_key(find_entities.name);
BEGIN
    IF length(wanted) < 5 THEN  -- a few letters are like too much
        PERFORM set_config('pg_trgm.word_similarity_threshold', '0.8', true);
    END IF;
    RETURN QUERY
    WITH likely AS MATERIALIZED (
        -- Part of a name finds it too, as word_similarity tells. Of one length with what was
        -- asked, similarity puts the whole name before the longer one that begins with it.
        SELECT names.canonical_id,
               names.name,
               greatest(
                   similarity(names.name_key, wanted),
                   0.95 * word_similarity(wanted, names.name_key))::real AS alike
        FROM core.entities AS names
        WHERE wanted <% names.name_key AND (of_kind IS NULL OR names.kind = of_kind)
        ORDER BY alike DESC
        LIMIT 300
    ),
    best AS (
        SELECT DISTINCT ON (likely.canonical_id) likely.*
        FROM likely ORDER BY likely.canonical_id, likely.alike DESC, likely.name
    )
    SELECT coalesce(entities.shown_as, entities.name),
           entities.kind,
           best.alike,
           best.name,
           counted.days,
           coalesce(counted.articles, 0),
           counted.last_day,
           entities.entity_id,
           (SELECT names.display FROM mart.entity_names AS names
            WHERE names.entity_id = entities.entity_id)
    FROM best
    JOIN core.entities ON entities.entity_id = best.canonical_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS days, sum(each.articles)::bigint AS articles, max(each.day) AS last_day
        FROM core.entity_days AS each WHERE each.entity_id = entities.entity_id
    ) AS counted
    ORDER BY round(best.alike::numeric, 1) DESC, 6 DESC, 1, 8
    LIMIT least(greatest(most, 1), 200);
END $$;
COMMENT ON FUNCTION mart.find_entities IS 'Entities whose name is like this one, however it is spelt: zelensky, Quispe Huaman, Leyen. Likeness is 0 to 1; among equals the more reported come first. Example: SELECT display, kind, articles FROM mart.find_entities(''zelensky'')';
