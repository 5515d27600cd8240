-- Places on a map, with how much is reported of each.
CREATE MATERIALIZED VIEW mart.places_map AS
SELECT places.geonames_id,
       mode() WITHIN GROUP (ORDER BY places.name) AS place,
       mode() WITHIN GROUP (ORDER BY places.country) AS country,
       mode() WITHIN GROUP (ORDER BY places.kind) AS kind,
       avg(places.lat) AS lat,
       avg(places.lon) AS lon,
       count(DISTINCT known.article_id) AS articles,
       count(DISTINCT known.root_text_id) AS independent_texts,
       count(DISTINCT known.story_id) AS stories,
       count(DISTINCT known.story_id) FILTER (WHERE places.is_main) AS scenes,
       min(known.day) AS first_day,
       max(known.day) AS last_day
FROM core.summarized_articles AS known
JOIN core.article_versions AS versions USING (version_id)
JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
JOIN core.places ON places.text_id = versions.text_id
    AND places.extraction_id = extractions.extraction_id
WHERE places.geonames_id IS NOT NULL AND NOT places.is_metonym
GROUP BY places.geonames_id;
CREATE UNIQUE INDEX places_map_key ON mart.places_map (geonames_id);
COMMENT ON MATERIALIZED VIEW mart.places_map IS 'One row a place named in articles, to be put on a map; governments called by their place are left out. Made anew by each run.';
COMMENT ON COLUMN mart.places_map.geonames_id IS 'Its number in GeoNames.';
COMMENT ON COLUMN mart.places_map.place IS 'Its name.';
COMMENT ON COLUMN mart.places_map.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN mart.places_map.kind IS 'continent, country, state, region, county or town.';
COMMENT ON COLUMN mart.places_map.lat IS 'Latitude in degrees, WGS 84.';
COMMENT ON COLUMN mart.places_map.lon IS 'Longitude.';
COMMENT ON COLUMN mart.places_map.articles IS 'Articles that name it.';
COMMENT ON COLUMN mart.places_map.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.places_map.stories IS 'Stories of these.';
COMMENT ON COLUMN mart.places_map.scenes IS 'Stories that happen there, as far as texts tell.';
COMMENT ON COLUMN mart.places_map.first_day IS 'First day (UTC) of such an article.';
COMMENT ON COLUMN mart.places_map.last_day IS 'Last.';

CREATE FUNCTION mart.places_between(since date, until date)
RETURNS TABLE (
    geonames_id bigint, place text, country text, lat double precision, lon double precision,
    articles bigint, independent_texts bigint, stories bigint, scenes bigint
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT places.geonames_id,
           min(places.name),
           min(places.country),
           avg(places.lat),
           avg(places.lon),
           count(DISTINCT known.article_id),
           count(DISTINCT known.root_text_id),
           count(DISTINCT known.story_id),
           count(DISTINCT known.story_id) FILTER (WHERE places.is_main)
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (version_id)
    JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
    JOIN core.places ON places.text_id = versions.text_id
        AND places.extraction_id = extractions.extraction_id
    WHERE known.day BETWEEN since AND until
      AND places.geonames_id IS NOT NULL AND NOT places.is_metonym
    GROUP BY places.geonames_id
$$;
COMMENT ON FUNCTION mart.places_between IS 'The map of the articles published from one day to another (UTC). Columns as in mart.places_map. Example: SELECT place, stories, scenes FROM mart.places_between(''2026-11-18'', ''2026-11-21'')';
