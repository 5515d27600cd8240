-- Why: where a thing happened is told apart from places merely named and from governments.
-- Safe because: adds columns with constant defaults, which rewrites nothing.
-- Undo: ALTER TABLE core.places DROP COLUMN kind, DROP COLUMN admin1, DROP COLUMN is_main, DROP COLUMN is_metonym;
ALTER TABLE core.places
    ADD COLUMN kind text,
    ADD COLUMN admin1 text,
    ADD COLUMN is_main boolean NOT NULL DEFAULT false,
    ADD COLUMN is_metonym boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN core.places.kind IS 'continent, country, state, region, county or town.';
COMMENT ON COLUMN core.places.admin1 IS 'GeoNames'' code of the state or province it lies in, within its country.';
COMMENT ON COLUMN core.places.is_main IS 'Whether the text''s events are there, as far as dateline, opening and repetition tell.';
COMMENT ON COLUMN core.places.is_metonym IS 'Whether it is named for its government: Moscow denied it.';
