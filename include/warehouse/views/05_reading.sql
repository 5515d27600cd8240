-- How far texts are read: silence about people in a language is none where names are not read.
CREATE FUNCTION mart.names_read(language text, extractor text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN extractor IS NULL THEN 'not yet'
    WHEN extractor NOT LIKE '%/names' THEN 'model'
    WHEN language = ANY (ARRAY['da', 'de', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'sv', 'tr'])
        THEN 'lists'
    ELSE 'countries'
END;
COMMENT ON FUNCTION mart.names_read IS 'How names are read in texts of a language by an extractor: model (trained, all names), lists (people with a title, towns and countries), countries (nothing but these) or not yet.';
