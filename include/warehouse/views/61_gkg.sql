-- The warehouse as records of GDELT's Global Knowledge Graph 2.1: the codebook's 27 columns in
-- its order, named as GDELT names them in BigQuery. Fields are delimited as in GDELT's files.
-- Left empty, for want of such facts: themes, tone, embedded media, translation.
CREATE FUNCTION mart.gkg_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN btrim(regexp_replace(translate(value, ';,#|', '    '), '\s+', ' ', 'g'));
COMMENT ON FUNCTION mart.gkg_text IS 'A value without the delimiters of a GKG record.';

-- FIPS 10-4 country codes where they differ from ISO 3166-1: DEGM is DE, in FIPS GM.
CREATE FUNCTION mart.gkg_country(country text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT coalesce(
        (regexp_match('
            ADAN AGAC AIAV ANNT AQAY ASAQ ATAU AUAS AWAA AZAJ BABK BDBG BFUV BGBU BHBA BIBY BJBN BLTB
            BMBD BNBX BOBL BSBF BWBC BYBO BZBH CCCK CDCG CFCT CGCF CHSZ CIIV CKCW CLCI CNCH CRCS CSYI
            CWUC CXKT CZEZ DEGM DKDA DMDO DODR DZAG EEEN EHWI ESSP GAGB GBUK GDGJ GEGG GFFG GGGK GMGA
            GNGV GQEK GSSX GUGQ GWPU HNHO HTHA IEEI ILIS IQIZ ISIC JPJA KHCB KIKR KMCN KNSC KPKN KRKS
            KWKU KYCJ LBLE LCST LILS LKCE LRLI LSLT LTLH LVLG MAMO MCMN MEMJ MFRN MGMA MHRM MMBM MNMG
            MOMC MPCQ MQMB MSMH MUMP MWMI NAWA NENG NGNI NINU NUNE OMMU PAPM PFFP PGPP PHRP PMSB PNPC
            PRRQ PSWE PTPO PWPS PYPA RSRI RURS SBBP SCSE SDSU SESW SGSN SJSV SKLO SNSG SRNS SSOD STTP
            SVES SXNN SZWZ TCTK TDCD TFFS TGTO TJTI TKTL TLTT TMTX TNTS TOTN TRTU TTTD UAUP VAVT VGVI
            VIVQ VNVM VUNH XKKV YEYM YTMF ZASF ZMZA ZWZI
        ', '\m' || country || '([A-Z]{2})\M'))[1],
        country)
$$;
COMMENT ON FUNCTION mart.gkg_country IS 'The FIPS 10-4 code of a country, from its ISO 3166-1 alpha-2 code.';

CREATE FUNCTION mart.gkg_xml(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN replace(replace(replace(value, '&', '&amp;'), '<', '&lt;'), '>', '&gt;');
COMMENT ON FUNCTION mart.gkg_xml IS 'A value as text of XML.';

CREATE VIEW mart.gkg_locations AS
SELECT places.text_id,
       places.start_char,
       places.text,
       places.is_main,
       concat_ws('#',
           CASE WHEN kind IN ('country', 'continent') THEN 1
                WHEN country = 'US' THEN CASE WHEN kind IN ('state', 'region') THEN 2 ELSE 3 END
                WHEN kind IN ('state', 'region') THEN 5
                ELSE 4 END,
           mart.gkg_text(name),
           coalesce(mart.gkg_country(country), ''),
           coalesce(mart.gkg_country(country), '')
               || CASE WHEN length(admin1) = 2 AND kind <> 'country' THEN admin1 ELSE '' END)
           AS head,
       concat_ws('#', round(lat::numeric, 5), round(lon::numeric, 5),
           CASE WHEN kind = 'country' THEN mart.gkg_country(country)
                ELSE coalesce(geonames_id::text, '') END) AS tail
FROM core.places
JOIN core.extractions USING (extraction_id)
WHERE extractions.is_current AND lat IS NOT NULL;
COMMENT ON VIEW mart.gkg_locations IS 'Places as blocks of a GKG record, without the fields that only some of its columns have.';
COMMENT ON COLUMN mart.gkg_locations.text_id IS 'The text.';
COMMENT ON COLUMN mart.gkg_locations.start_char IS 'Where it begins in the text, from 0.';
COMMENT ON COLUMN mart.gkg_locations.text IS 'The place as written.';
COMMENT ON COLUMN mart.gkg_locations.is_main IS 'Whether the text''s events are there.';
COMMENT ON COLUMN mart.gkg_locations.head IS 'Type, full name, country, ADM1.';
COMMENT ON COLUMN mart.gkg_locations.tail IS 'Latitude, longitude, feature.';

CREATE FUNCTION mart.gkg_record(of_article bigint) RETURNS TABLE (
    gkgrecordid text, date bigint, sourcecollectionidentifier integer, sourcecommonname text,
    documentidentifier text, counts text, v2counts text, themes text, v2themes text,
    locations text, v2locations text, persons text, v2persons text, organizations text,
    v2organizations text, v2tone text, dates text, gcam text, sharingimage text,
    relatedimages text, socialimageembeds text, socialvideoembeds text, quotations text,
    allnames text, amounts text, translationinfo text, extras text)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
WITH article AS (
    SELECT articles.*, versions.image_url
    FROM mart.articles AS articles
    JOIN core.article_versions AS versions USING (version_id)
    WHERE articles.article_id = of_article
), named AS (
    -- As mart.mentions has them, but by text: one record needs those of one text only.
    SELECT entities.kind, mart.gkg_text(coalesce(entities.shown_as, entities.name)) AS name,
           mentions.start_char
    FROM article
    JOIN core.mentions USING (text_id)
    JOIN core.extractions USING (extraction_id)
    JOIN core.entities AS names ON names.entity_id = mentions.entity_id
    LEFT JOIN core.entity_merges AS here ON here.from_entity_id = mentions.entity_id
        AND here.text_id = mentions.text_id AND here.undone_at IS NULL
    JOIN core.entities ON entities.entity_id = coalesce(here.into_entity_id, names.canonical_id)
    WHERE extractions.is_current
), figures AS (
    SELECT core.figures.*, coalesce(low, high) AS amount
    FROM article
    JOIN core.figures USING (text_id)
    JOIN core.extractions USING (extraction_id)
    WHERE extractions.is_current AND coalesce(low, high) IS NOT NULL AND headline IS NULL
      AND coalesce(unit, '') NOT IN ('percent', 'fraction')
), counted AS (
    SELECT figures.start_char,
           concat_ws('#', kinds.count_type, trim_scale(amount), mart.gkg_text(coalesce(unit, '')),
               coalesce(place.head, '###'), coalesce(place.tail, '##')) AS block
    FROM figures
    JOIN (VALUES ('killed', 'KILL'), ('wounded', 'WOUND'), ('arrested', 'ARREST'),
                 ('kidnapped', 'KIDNAP'), ('protesters', 'PROTEST'), ('displaced', 'AFFECT')
         ) AS kinds (what, count_type) USING (what)
    LEFT JOIN LATERAL (
        SELECT head, tail FROM mart.gkg_locations AS locations
        WHERE locations.text_id = figures.text_id
          AND (locations.text = figures.place_text OR figures.place_text IS NULL AND is_main)
        ORDER BY abs(locations.start_char - figures.start_char) LIMIT 1
    ) AS place ON true
), located AS (
    SELECT locations.* FROM article JOIN mart.gkg_locations AS locations USING (text_id)
)
SELECT to_char(date_bin('15 minutes', first_seen_at AT TIME ZONE 'UTC', timestamp '2000-01-01'),
               'YYYYMMDDHH24MISS') || '-' || article_id,
       coalesce(to_char(published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS')::bigint, 0),
       1,
       publisher,
       url,
       (SELECT string_agg(block, ';' ORDER BY first_char)
        FROM (SELECT block, min(start_char) AS first_char FROM counted GROUP BY block) AS each),
       (SELECT string_agg(block || '#' || start_char, ';' ORDER BY start_char) FROM counted),
       NULL::text,
       NULL::text,
       (SELECT string_agg(head || '#' || tail, ';' ORDER BY first_char)
        FROM (SELECT head, tail, min(start_char) AS first_char FROM located GROUP BY head, tail) AS each),
       (SELECT string_agg(head || '##' || tail || '#' || start_char, ';' ORDER BY start_char) FROM located),
       (SELECT string_agg(lower(name), ';' ORDER BY first_char)
        FROM (SELECT name, min(start_char) AS first_char FROM named WHERE kind = 'person' GROUP BY name) AS each),
       (SELECT string_agg(name || ',' || start_char, ';' ORDER BY start_char) FROM named WHERE kind = 'person'),
       (SELECT string_agg(lower(name), ';' ORDER BY first_char)
        FROM (SELECT name, min(start_char) AS first_char FROM named WHERE kind = 'organisation' GROUP BY name) AS each),
       (SELECT string_agg(name || ',' || start_char, ';' ORDER BY start_char) FROM named WHERE kind = 'organisation'),
       NULL::text,
       (SELECT string_agg(
            concat_ws('#',
                CASE WHEN parts[3] IS NOT NULL THEN 3 WHEN parts[2] IS NOT NULL THEN 2 ELSE 1 END,
                coalesce(parts[2]::integer, 0), coalesce(parts[3]::integer, 0), parts[1], start_char),
            ';' ORDER BY start_char)
        FROM (
            SELECT regexp_match(value, '^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$') AS parts, start_char
            FROM core.times
            JOIN core.extractions USING (extraction_id)
            WHERE times.text_id = article.text_id AND extractions.is_current
        ) AS dated
        WHERE parts IS NOT NULL),
       'wc:' || words,
       image_url,
       NULL::text,
       NULL::text,
       NULL::text,
       (SELECT string_agg(
            parts.start_char || '|' || length(parts.text) || '|' || mart.gkg_text(coalesce(cue, ''))
            || '|' || mart.gkg_text(btrim(parts.text, '"“”„«»‹›‘’, ')), '#' ORDER BY parts.start_char)
        FROM mart.quotes
        JOIN core.quote_fragments AS parts USING (quote_id)
        WHERE article_id = of_article AND kind = 'direct' AND quote IS NOT NULL),
       (SELECT string_agg(name || ',' || start_char, ';' ORDER BY start_char) FROM named),
       (SELECT string_agg(trim_scale(amount) || ',' || mart.gkg_text(what) || ',' || start_char, ';'
                          ORDER BY start_char) FROM figures),
       NULL::text,
       concat(
           '<PAGE_PRECISEPUBTIMESTAMP>' || to_char(published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS')
               || '</PAGE_PRECISEPUBTIMESTAMP>',
           '<PAGE_AUTHORS>' || nullif(mart.gkg_xml(array_to_string(authors, ';')), '') || '</PAGE_AUTHORS>',
           '<PAGE_TITLE>' || mart.gkg_xml(title) || '</PAGE_TITLE>',
           '<DATELINE_LANGUAGE>' || language || '</DATELINE_LANGUAGE>',
           '<DATELINE_STORY>' || story_id || '</DATELINE_STORY>',
           '<DATELINE_COPY>' || CASE WHEN is_copy THEN '1' END || '</DATELINE_COPY>')
FROM article
$$;
COMMENT ON FUNCTION mart.gkg_record IS 'An article as a GKG record. Example: SELECT * FROM mart.gkg_record(1)';

CREATE VIEW mart.gkg AS
SELECT records.*
FROM core.articles
CROSS JOIN LATERAL mart.gkg_record(articles.article_id) AS records
WHERE articles.version_id IS NOT NULL;
COMMENT ON VIEW mart.gkg IS 'One row an article, in the 27 columns of GDELT''s Global Knowledge Graph 2.1. Offsets count characters of the text from 0, exactly.';
COMMENT ON COLUMN mart.gkg.gkgrecordid IS 'Quarter of an hour in which we first saw it, and the number of the article.';
COMMENT ON COLUMN mart.gkg.date IS 'When it was published, YYYYMMDDHHMMSS, UTC; 0 where nothing says so.';
COMMENT ON COLUMN mart.gkg.sourcecollectionidentifier IS '1: the web.';
COMMENT ON COLUMN mart.gkg.sourcecommonname IS 'Who published it.';
COMMENT ON COLUMN mart.gkg.documentidentifier IS 'Canonical URL.';
COMMENT ON COLUMN mart.gkg.counts IS 'Figures of people killed, wounded, arrested, kidnapped, protesting or displaced (AFFECT): type#number#object#location type#name#country#ADM1#latitude#longitude#feature; the least number where it is a range.';
COMMENT ON COLUMN mart.gkg.v2counts IS 'The same, each mention, with #offset.';
COMMENT ON COLUMN mart.gkg.themes IS 'Empty: GDELT''s themes are its own.';
COMMENT ON COLUMN mart.gkg.v2themes IS 'Empty.';
COMMENT ON COLUMN mart.gkg.locations IS 'type#name#country (FIPS)#ADM1#latitude#longitude#feature; the feature is GeoNames'' number, where GDELT has those of GNS and GNIS.';
COMMENT ON COLUMN mart.gkg.v2locations IS 'The same, each mention, with an empty ADM2 and #offset.';
COMMENT ON COLUMN mart.gkg.persons IS 'People, by the names they are known by.';
COMMENT ON COLUMN mart.gkg.v2persons IS 'name,offset of each mention.';
COMMENT ON COLUMN mart.gkg.organizations IS 'Organisations, likewise.';
COMMENT ON COLUMN mart.gkg.v2organizations IS 'name,offset of each mention.';
COMMENT ON COLUMN mart.gkg.v2tone IS 'Empty: tone is not measured.';
COMMENT ON COLUMN mart.gkg.dates IS 'resolution#month#day#year#offset of each date; resolution 1: year, 2: month, 3: day.';
COMMENT ON COLUMN mart.gkg.gcam IS 'wc: the number of words.';
COMMENT ON COLUMN mart.gkg.sharingimage IS 'Main image of the page.';
COMMENT ON COLUMN mart.gkg.relatedimages IS 'Empty.';
COMMENT ON COLUMN mart.gkg.socialimageembeds IS 'Empty.';
COMMENT ON COLUMN mart.gkg.socialvideoembeds IS 'Empty.';
COMMENT ON COLUMN mart.gkg.quotations IS 'offset|length|verb|quote of each part of a direct quote, # between them. Who said it is in mart.quotes.';
COMMENT ON COLUMN mart.gkg.allnames IS 'name,offset of each mention of anything named.';
COMMENT ON COLUMN mart.gkg.amounts IS 'number,object,offset of each figure but shares.';
COMMENT ON COLUMN mart.gkg.translationinfo IS 'Empty: nothing is translated.';
COMMENT ON COLUMN mart.gkg.extras IS 'PAGE_PRECISEPUBTIMESTAMP, PAGE_AUTHORS and PAGE_TITLE as GDELT has them; DATELINE_LANGUAGE, DATELINE_STORY, DATELINE_COPY.';
