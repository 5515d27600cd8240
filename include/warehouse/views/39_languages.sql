-- What was read in each language, and what was not.
CREATE MATERIALIZED VIEW mart.languages AS
WITH found AS MATERIALIZED (
    SELECT versions.language,
           known.article_id,
           known.root_text_id,
           known.story_id,
           mart.names_read(extractions.language, extractions.extractor) AS names_read,
           extractions.extractor,
           extractions.extraction_id
    FROM core.summarized_articles AS known
    JOIN core.article_versions AS versions USING (version_id)
    LEFT JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
),
names AS MATERIALIZED (SELECT DISTINCT extraction_id FROM core.mentions),
places AS MATERIALIZED (SELECT DISTINCT extraction_id FROM core.places),
figures AS MATERIALIZED (SELECT DISTINCT extraction_id FROM core.figures),
quotes AS MATERIALIZED (
    SELECT extraction_id, bool_or(speaker_text IS NOT NULL) AS has_speaker
    FROM core.quotes GROUP BY extraction_id
)
SELECT coalesce(found.language, '?') AS language,
       found.names_read,
       count(*) AS articles,
       count(DISTINCT found.root_text_id) AS independent_texts,
       count(DISTINCT found.story_id) AS stories,
       count(names.extraction_id) AS with_names,
       count(places.extraction_id) AS with_places,
       count(quotes.extraction_id) AS with_quotes,
       count(*) FILTER (WHERE quotes.has_speaker) AS with_speakers,
       count(figures.extraction_id) AS with_figures,
       array_agg(DISTINCT found.extractor) FILTER (WHERE found.extractor IS NOT NULL) AS extractors
FROM found
LEFT JOIN names USING (extraction_id)
LEFT JOIN places USING (extraction_id)
LEFT JOIN quotes USING (extraction_id)
LEFT JOIN figures USING (extraction_id)
GROUP BY coalesce(found.language, '?'), found.names_read;
CREATE UNIQUE INDEX languages_key ON mart.languages (language, names_read);
COMMENT ON MATERIALIZED VIEW mart.languages IS 'One row a language and way of reading names: how many articles, and in how many something of each kind was found. What is not read in a language is not absent there. Made anew by each run.';
COMMENT ON COLUMN mart.languages.language IS 'Language code; ? where it is not known.';
COMMENT ON COLUMN mart.languages.names_read IS 'How names are read: model (trained, all names), lists (people with a title, towns and countries), countries (nothing but these) or not yet.';
COMMENT ON COLUMN mart.languages.articles IS 'Articles in it.';
COMMENT ON COLUMN mart.languages.independent_texts IS 'Their texts, each copied text once.';
COMMENT ON COLUMN mart.languages.stories IS 'Stories of these.';
COMMENT ON COLUMN mart.languages.with_names IS 'Articles in which a name was found.';
COMMENT ON COLUMN mart.languages.with_places IS 'Articles in which a place was found.';
COMMENT ON COLUMN mart.languages.with_quotes IS 'Articles in which a quote was found.';
COMMENT ON COLUMN mart.languages.with_speakers IS 'Articles in which a quote with a speaker was found.';
COMMENT ON COLUMN mart.languages.with_figures IS 'Articles in which a figure was found.';
COMMENT ON COLUMN mart.languages.extractors IS 'By what they were read.';
