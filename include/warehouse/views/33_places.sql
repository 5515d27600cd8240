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
       places.end_char,
       articles.publisher_country,
       articles.language,
       articles.is_copy,
       mart.reported_at(since.version, said.published_at, said.updated_at, said.fetched_at,
           mart.last_stated(unsaid.published_at, unsaid.updated_at, unsaid.fetched_at)) AS reported_at,
       articles.reported_until,
       mart.reported_basis(since.version, said.published_at, said.updated_at, said.fetched_at,
           mart.last_stated(unsaid.published_at, unsaid.updated_at, unsaid.fetched_at)) AS reported_basis,
       said.fetched_at AS seen_at,
       articles.version,
       since.version AS since_version,
       articles.is_current,
       articles.is_gone,
       EXISTS (SELECT FROM core.boilerplate_spans AS spans
               WHERE spans.text_id = places.text_id AND spans.start_char <= places.start_char
                 AND spans.end_char >= places.end_char) AS is_boilerplate
FROM core.places
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = places.text_id
CROSS JOIN LATERAL (
    -- The version since which it has been there; nearly all articles have one version.
    SELECT CASE WHEN articles.version = 1 THEN 1 ELSE 1 + coalesce((
        SELECT max(before.number)
        FROM core.article_versions AS before
        WHERE before.article_id = articles.article_id AND before.number < articles.version
          AND NOT EXISTS (
              SELECT FROM core.places AS same
              JOIN core.extractions AS reading USING (extraction_id)
              WHERE same.text_id = before.text_id AND reading.is_current
                AND same.name = places.name
                AND same.country IS NOT DISTINCT FROM places.country)
    ), 0) END AS version
) AS since
LEFT JOIN core.article_versions AS said
    ON said.article_id = articles.article_id AND said.number = since.version
LEFT JOIN core.article_versions AS unsaid
    ON unsaid.article_id = articles.article_id AND unsaid.number = since.version - 1
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
COMMENT ON COLUMN mart.places.published_at IS 'When the article was published, as its page states; null where it does not. What an edit brought is newer: reported_at.';
COMMENT ON COLUMN mart.places.story_id IS 'The story.';
COMMENT ON COLUMN mart.places.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.places.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.places.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.places.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.places.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.places.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.places.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.places.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.places.is_copy IS 'Whether another article had the text before.';
COMMENT ON COLUMN mart.places.reported_at IS 'Since when this article says so, at the latest: the time of the version that first had it.';
COMMENT ON COLUMN mart.places.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.places.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.places.seen_at IS 'When we first fetched it.';
COMMENT ON COLUMN mart.places.version IS 'The version of the article that is read here: its newest.';
COMMENT ON COLUMN mart.places.since_version IS 'The version since which it has been there.';
COMMENT ON COLUMN mart.places.is_current IS 'Whether the page still says so: it stands, in this version.';
COMMENT ON COLUMN mart.places.is_gone IS 'Whether the page was found deleted: it is said no more.';
COMMENT ON COLUMN mart.places.is_boilerplate IS 'Whether it stands in a passage that its publisher has in three stories and more: a notice, classifieds, an appeal. Search, copies and the counts of mart.entities leave such passages out; here ask WHERE NOT is_boilerplate.';
