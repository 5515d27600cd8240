-- Why: a tsvector holds 1 MB, and one article of 100,000 unlike words stopped the marts of all. Words are read until they fit, and what was left out is told.
-- Safe because: a new function, and a new column without default, which is added at once.
-- Undo: DROP FUNCTION core.words_to_search; ALTER TABLE core.searchable DROP COLUMN cut_at
ALTER TABLE core.searchable ADD COLUMN cut_at integer;
COMMENT ON COLUMN core.searchable.cut_at IS 'How many characters of the body were read, where its words are too many to be searched; null where all were.';

CREATE FUNCTION core.words_to_search(
    config regconfig, title text, body text, OUT document tsvector, OUT cut_at integer
) LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
DECLARE
    most integer := 300000;
    heading tsvector := '';
BEGIN
    LOOP
        BEGIN
            heading := setweight(to_tsvector(config, left(title, least(most, 2000))), 'A');
            document := heading || setweight(to_tsvector(config, left(body, most)), 'B');
            cut_at := CASE WHEN length(body) > most THEN most END;
            RETURN;
        EXCEPTION WHEN program_limit_exceeded THEN
            most := least(most, length(body)) / 2;
        END;
    END LOOP;
END $$;
COMMENT ON FUNCTION core.words_to_search IS 'The words of a headline and a body as full text search reads them: of a body with too many, those of its beginning, of cut_at characters.';
