-- Why: full text and names are searched in SQL, each language by its own rules and whatever the accents.
-- Safe because: new objects; the next refresh of the marts fills the table in batches. The one index on a table with rows is on short names, made in about a second for 100,000 of them.
-- Undo: DROP TABLE core.searchable; DROP INDEX core.entities_key_idx; DROP FUNCTION core.search_config; DROP TEXT SEARCH CONFIGURATION for each core.search_%;
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS unaccent;
EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'the extension unaccent cannot be had here (%): full text search will tell é from e; names will not', SQLERRM;
END $$;

DO $$
DECLARE
    one record;
    unaccent_at text := (
        SELECT quote_ident(nspname) || '.unaccent'
        FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
        WHERE extname = 'unaccent'
    );
BEGIN
    FOR one IN
        SELECT code, cfg
        FROM (VALUES ('ar', 'arabic'), ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'),
            ('el', 'greek'), ('en', 'english'), ('es', 'spanish'), ('et', 'estonian'),
            ('eu', 'basque'), ('fi', 'finnish'), ('fr', 'french'), ('ga', 'irish'), ('hi', 'hindi'),
            ('hu', 'hungarian'), ('hy', 'armenian'), ('id', 'indonesian'), ('it', 'italian'),
            ('lt', 'lithuanian'), ('ne', 'nepali'), ('nl', 'dutch'), ('no', 'norwegian'),
            ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'),
            ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish'),
            ('other', 'simple')) AS known (code, cfg)
        WHERE EXISTS (SELECT FROM pg_ts_config WHERE cfgname = cfg AND cfgnamespace = 'pg_catalog'::regnamespace)
    LOOP
        EXECUTE format('CREATE TEXT SEARCH CONFIGURATION core.%I (COPY = pg_catalog.%I)', 'search_' || one.code, one.cfg);
        IF unaccent_at IS NOT NULL THEN
            EXECUTE format(
                'ALTER TEXT SEARCH CONFIGURATION core.%I ALTER MAPPING FOR hword, hword_part, word WITH %s, %s',
                'search_' || one.code, unaccent_at,
                (SELECT string_agg(quote_ident(dictname), ', ')
                 FROM pg_ts_config JOIN pg_ts_config_map ON mapcfg = pg_ts_config.oid
                 JOIN pg_ts_dict ON pg_ts_dict.oid = mapdict
                 WHERE cfgname = one.cfg AND cfgnamespace = 'pg_catalog'::regnamespace
                   AND maptokentype = (SELECT tokid FROM ts_token_type('default') WHERE alias = 'word')));
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION core.search_config(language text) RETURNS regconfig
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT oid::regconfig FROM pg_ts_config
    WHERE cfgnamespace = 'core'::regnamespace
      AND cfgname IN ('search_other',
          'search_' || CASE WHEN left(language, 2) IN ('nb', 'nn') THEN 'no' ELSE left(language, 2) END)
    ORDER BY cfgname = 'search_other'
    LIMIT 1
$$;
COMMENT ON FUNCTION core.search_config IS 'The text search configuration of a language code; search_other where there is none.';

CREATE TABLE core.searchable (
    article_id bigint PRIMARY KEY REFERENCES core.articles,
    publisher_id bigint NOT NULL,
    language text NOT NULL,
    published_at timestamptz NOT NULL,
    document tsvector NOT NULL
);
CREATE INDEX searchable_document_idx ON core.searchable USING gin (document);
CREATE INDEX searchable_published_idx ON core.searchable (published_at DESC);
CREATE INDEX searchable_publisher_idx ON core.searchable (publisher_id, published_at DESC);
-- Words are read far more often than written: not packed, they are read in half the time.
ALTER TABLE core.searchable ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE INDEX searchable_language_idx ON core.searchable (language);
COMMENT ON TABLE core.searchable IS 'Derived: the words of each article''s newest version, headline (A) and body (B), as full text search reads them.';
COMMENT ON COLUMN core.searchable.article_id IS 'The article.';
COMMENT ON COLUMN core.searchable.publisher_id IS 'Who published it.';
COMMENT ON COLUMN core.searchable.language IS 'The code after core.search_ of the configuration that read it: a language, or other.';
COMMENT ON COLUMN core.searchable.published_at IS 'When it was published, or first seen where undated.';
COMMENT ON COLUMN core.searchable.document IS 'Its words.';

-- squawk-ignore require-concurrent-index-creation
CREATE INDEX entities_key_idx ON core.entities USING gin (name_key gin_trgm_ops);
