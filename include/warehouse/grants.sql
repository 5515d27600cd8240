-- Least privilege, where this server lets us make roles. The owner (whoever migrates) owns
-- everything. A loader writes rows and makes partitions; a reader reads all but withheld
-- texts and what may hold secrets; a page reads the marts alone. None of them owns anything.
DO $$
DECLARE
    may_make boolean := (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user);
    of_role text;
    one text;
    columns text;
BEGIN
    FOREACH of_role IN ARRAY ARRAY['dateline_loader', 'dateline_reader', 'dateline_page'] LOOP
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = of_role) THEN
            CONTINUE;
        END IF;
        IF NOT may_make THEN
            RAISE NOTICE 'no right to create roles: dateline_loader, dateline_reader and dateline_page are left out';
            RETURN;
        END IF;
        EXECUTE format('CREATE ROLE %I NOLOGIN', of_role);
    END LOOP;
    -- Roles belong to the server: those that another warehouse's owner made keep its settings.
    IF current_setting('server_version_num')::integer >= 160000 THEN
        may_make := may_make
            AND pg_has_role('dateline_reader', 'MEMBER WITH ADMIN OPTION')
            AND pg_has_role('dateline_page', 'MEMBER WITH ADMIN OPTION');
    END IF;
    IF may_make THEN
        -- Settings of a role hold where one logs in as that role: it has no password until
        -- its owner gives it one.
        ALTER ROLE dateline_reader LOGIN CONNECTION LIMIT 50;
        ALTER ROLE dateline_reader SET statement_timeout = '60s';
        ALTER ROLE dateline_reader SET idle_in_transaction_session_timeout = '5min';
        ALTER ROLE dateline_reader SET default_transaction_read_only = on;
        ALTER ROLE dateline_reader SET search_path = mart, public;
        ALTER ROLE dateline_reader SET timezone = 'UTC';
        ALTER ROLE dateline_page LOGIN CONNECTION LIMIT 20;
        ALTER ROLE dateline_page SET statement_timeout = '5s';
        ALTER ROLE dateline_page SET idle_in_transaction_session_timeout = '10s';
        ALTER ROLE dateline_page SET default_transaction_read_only = on;
        ALTER ROLE dateline_page SET search_path = mart, public;
        ALTER ROLE dateline_page SET timezone = 'UTC';
    END IF;

    REVOKE ALL ON ALL TABLES IN SCHEMA core, ops FROM dateline_reader, dateline_page;
    FOR one IN
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE pronamespace::regnamespace::text IN ('core', 'ops', 'mart')
          AND pg_has_role(proowner, 'USAGE')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    END LOOP;

    GRANT USAGE ON SCHEMA core, ops, mart TO dateline_loader, dateline_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA core, ops, mart TO dateline_loader, dateline_reader;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA mart TO dateline_loader, dateline_reader;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA core, ops TO dateline_loader;
    GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA core, ops TO dateline_loader;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA core, ops TO dateline_loader;
    GRANT EXECUTE ON FUNCTION core.search_config(text) TO dateline_reader;

    -- The bodies of texts are seen through mart.articles, which withholds some; URLs of feeds
    -- and what is said of them may hold keys.
    REVOKE SELECT ON core.texts, core.searchable, core.feeds, core.feed_events,
        core.edit_changes, core.copy_changes, core.entries, core.entry_versions, ops.imports,
        ops.fetches, ops.outcomes, ops.checks FROM dateline_reader;
    FOR of_role, columns IN
        SELECT attrelid::regclass, string_agg(quote_ident(attname), ', ')
        FROM pg_attribute
        WHERE attnum > 0 AND NOT attisdropped
          AND (attrelid, attname) NOT IN (
              ('core.texts'::regclass, 'body'), ('core.searchable'::regclass, 'document'),
              ('core.feeds'::regclass, 'url'), ('core.feeds'::regclass, 'listed_url'),
              ('core.feeds'::regclass, 'moving_to'), ('core.feeds'::regclass, 'etag'),
              ('core.feed_events'::regclass, 'from_url'), ('core.feed_events'::regclass, 'to_url'),
              ('core.feed_events'::regclass, 'detail'),
              ('core.edit_changes'::regclass, 'old'), ('core.edit_changes'::regclass, 'new'),
              ('core.copy_changes'::regclass, 'added'), ('core.copy_changes'::regclass, 'cut'),
              ('core.entries'::regclass, 'summary'),
              ('core.entry_versions'::regclass, 'summary'),
              ('ops.outcomes'::regclass, 'detail'), ('ops.checks'::regclass, 'sample'),
              ('ops.imports'::regclass, 'url'), ('ops.imports'::regclass, 'detail'),
              ('ops.fetches'::regclass, 'url'), ('ops.fetches'::regclass, 'final_url'))
          AND attrelid IN ('core.texts'::regclass, 'core.searchable'::regclass,
              'core.feeds'::regclass, 'core.feed_events'::regclass, 'core.edit_changes'::regclass,
              'core.copy_changes'::regclass, 'core.entries'::regclass, 'core.entry_versions'::regclass, 'ops.imports'::regclass, 'ops.fetches'::regclass,
              'ops.outcomes'::regclass, 'ops.checks'::regclass)
        GROUP BY attrelid
    LOOP
        EXECUTE format('GRANT SELECT (%s) ON %s TO dateline_reader', columns, of_role);
    END LOOP;
    -- Partitions are read through their tables, which withhold columns.
    FOR one IN
        SELECT oid::regclass::text FROM pg_class
        WHERE relispartition AND relkind = 'r' AND relnamespace::regnamespace::text IN ('core', 'ops')
    LOOP
        EXECUTE format('REVOKE ALL ON %s FROM dateline_reader, dateline_page', one);
    END LOOP;
    -- Nobody else has a way in; nor room of their own, which would fill the disk.
    BEGIN
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO dateline_loader, dateline_reader, dateline_page', current_database());
        EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO dateline_loader', current_database());
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE NOTICE 'no right to close this database to PUBLIC: readers may make temporary tables';
    END;
    BEGIN
        FOR one IN
            SELECT oid::regprocedure::text FROM pg_proc
            WHERE pronamespace = 'pg_catalog'::regnamespace
              AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_put', 'lowrite', 'lo_open')
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
        END LOOP;
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE NOTICE 'no right over large objects: readers may make some';
    END;
    FOR one IN
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE pronamespace = 'mart'::regnamespace AND proname = 'show_texts'
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM dateline_reader', one);
    END LOOP;

    -- A page shows counts, headlines and facts; it has no way into core and ops.
    GRANT USAGE ON SCHEMA mart TO dateline_page;
    FOR one IN
        SELECT oid::regclass::text FROM pg_class
        WHERE relnamespace = 'mart'::regnamespace AND relname IN (
            'stories', 'stories_today', 'story_timeline', 'figure_timeline', 'figure_disputes',
            'entity_trend', 'who_with_whom', 'publisher_overlap', 'copy_lineage', 'coverage',
            'freshness', 'places_map', 'publishers')
    LOOP
        EXECUTE format('GRANT SELECT ON %s TO dateline_page', one);
    END LOOP;
    FOR one IN
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE pronamespace = 'mart'::regnamespace AND proname IN (
            'stories_between', 'reported_at', 'reported_basis', 'last_stated', 'least', 'most',
            'casualties', 'what_class', 'measure')
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO dateline_page', one);
    END LOOP;

    IF current_setting('server_version_num')::integer >= 170000 THEN
        FOR one IN
            SELECT oid::regclass::text FROM pg_class
            WHERE relkind = 'm' AND relnamespace = 'mart'::regnamespace
        LOOP
            EXECUTE format('GRANT MAINTAIN ON %s TO dateline_loader', one);
        END LOOP;
    END IF;
END $$;
