-- Least privilege, where this server lets us make roles: a loader that writes rows and
-- makes partitions, a reader that reads. Neither owns anything.
DO $$
BEGIN
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
       AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_reader') THEN
        RAISE NOTICE 'no right to create roles: dateline_loader and dateline_reader are left out';
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_loader') THEN
        CREATE ROLE dateline_loader NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_reader') THEN
        CREATE ROLE dateline_reader NOLOGIN;
    END IF;
    GRANT USAGE ON SCHEMA core, ops, mart TO dateline_loader, dateline_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA core, ops, mart TO dateline_loader, dateline_reader;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA mart TO dateline_loader, dateline_reader;
    GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA core, ops TO dateline_loader;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA core, ops TO dateline_loader;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ops TO dateline_loader;
END $$;
