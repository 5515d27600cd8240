-- Places named in articles, with their positions.
CREATE VIEW mart.places AS
SELECT places.name AS place,
       places.country,
       places.lat,
       places.lon,
       places.geonames_id,
       places.kind,
       places.admin1,
       places.is_main,
       places.is_metonym,
       places.text AS mention,
       places.confidence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.independent_text_id,
       places.text_id,
       places.start_char,
       places.end_char
FROM core.places
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = places.text_id
WHERE extractions.is_current;
COMMENT ON VIEW mart.places IS 'One row a place mention and article that carries it.';
COMMENT ON COLUMN mart.places.place IS 'The gazetteer''s name.';
COMMENT ON COLUMN mart.places.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN mart.places.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN mart.places.lon IS 'Longitude, degrees.';
COMMENT ON COLUMN mart.places.geonames_id IS 'Its number in GeoNames.';
COMMENT ON COLUMN mart.places.kind IS 'continent, country, state, region, county or town.';
COMMENT ON COLUMN mart.places.admin1 IS 'Code of the state or province it lies in, within its country.';
COMMENT ON COLUMN mart.places.is_main IS 'Whether the article''s events are there.';
COMMENT ON COLUMN mart.places.is_metonym IS 'Whether it is named for its government.';
COMMENT ON COLUMN mart.places.mention IS 'The place as written.';
COMMENT ON COLUMN mart.places.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.places.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.places.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.places.published_at IS 'When.';
COMMENT ON COLUMN mart.places.story_id IS 'The story.';
COMMENT ON COLUMN mart.places.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.places.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.places.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.places.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.places.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.places.end_char IS 'Where it ends, exclusive.';
