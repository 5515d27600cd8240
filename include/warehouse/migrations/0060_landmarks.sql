-- Why: famous buildings and squares stand where they stand, and demonyms tell of a country.
-- Safe because: comments alone.
-- Undo: COMMENT ON COLUMN core.places.kind IS 'continent, country, state, region, county or town.';
COMMENT ON COLUMN core.places.kind IS 'continent, country, state, region, county, town, or landmark for a famous building or square.';
