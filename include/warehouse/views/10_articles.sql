-- Articles as they now stand, with publisher, story and text.
CREATE VIEW mart.articles AS
SELECT articles.article_id,
       publishers.name AS publisher,
       publishers.country AS publisher_country,
       versions.title,
       versions.authors,
       coalesce(versions.credit, texts.agency) AS credit,
       versions.published_at,
       versions.published_from,
       versions.updated_at,
       versions.language,
       versions.section,
       texts.words,
       versions.number AS version,
       articles.canonical_url AS url,
       story_articles.story_id,
       versions.text_id,
       coalesce(texts.copy_of, texts.text_id) AS independent_text_id,
       coalesce(story_articles.reason = 'copy', false) AS is_copy,
       articles.first_seen_at,
       articles.gone_at,
       versions.version_id,
       versions.doubt,
       versions.doubt_score,
       versions.published_hint,
       versions.published_hint_from,
       CASE
           WHEN texts.removed_at IS NULL
                AND (publishers.text_shown
                     OR (has_column_privilege('core.texts', 'body', 'SELECT')
                         AND current_setting('dateline.withhold', true) IS DISTINCT FROM 'on'))
           THEN texts.body
       END AS body,
       mart.reported_at(versions.number, versions.published_at, versions.updated_at,
           versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at)) AS reported_at,
       articles.gone_at AS reported_until,
       mart.reported_basis(versions.number, versions.published_at, versions.updated_at,
           versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at)) AS reported_basis,
       versions.fetched_at AS seen_at,
       articles.gone_at IS NULL AS is_current,
       articles.gone_at IS NOT NULL AS is_gone,
       articles.publisher_id,
       coalesce((
           SELECT mart.names_read(extractions.language, extractions.extractor)
           FROM core.extractions
           WHERE extractions.text_id = versions.text_id AND extractions.is_current
       ), 'not yet') AS names_read,
       EXISTS (SELECT FROM core.mentions JOIN core.extractions USING (extraction_id)
               WHERE mentions.text_id = versions.text_id AND extractions.is_current) AS has_names,
       EXISTS (SELECT FROM core.places JOIN core.extractions USING (extraction_id)
               WHERE places.text_id = versions.text_id AND extractions.is_current) AS has_places,
       EXISTS (SELECT FROM core.quotes JOIN core.extractions USING (extraction_id)
               WHERE quotes.text_id = versions.text_id AND extractions.is_current
                 AND quotes.speaker_text IS NOT NULL) AS has_speakers,
       EXISTS (SELECT FROM core.figures JOIN core.extractions USING (extraction_id)
               WHERE figures.text_id = versions.text_id AND extractions.is_current) AS has_figures,
       CASE WHEN versions.credit IS NOT NULL THEN coalesce(versions.credit_from, 'byline')
            WHEN texts.agency IS NOT NULL THEN 'text' END AS credit_from,
       publishers.agency_site
FROM core.articles
JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
JOIN core.publishers USING (publisher_id)
JOIN core.texts USING (text_id)
LEFT JOIN core.article_versions AS earlier
    ON earlier.article_id = versions.article_id AND earlier.number = versions.number - 1
LEFT JOIN core.story_articles ON story_articles.article_id = articles.article_id;
COMMENT ON VIEW mart.articles IS 'One row an article, in its newest version.';
COMMENT ON COLUMN mart.articles.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.articles.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.articles.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.articles.title IS 'Headline.';
COMMENT ON COLUMN mart.articles.authors IS 'Authors'' names.';
COMMENT ON COLUMN mart.articles.credit IS 'News agency credited, if any. A copy may lack the credit that its original has: mart.copies.agency.';
COMMENT ON COLUMN mart.articles.credit_from IS 'Where: dateline, byline, foot (a line at the end), text (dateline or foot, as older rules read it), or help: the page only says that the agency helped. Agency copy is credit_from <> ''help''.';
COMMENT ON COLUMN mart.articles.agency_site IS 'The agency whose own site it stands on; null for all others. Leave these out of shares of agency copy.';
COMMENT ON COLUMN mart.articles.published_at IS 'When the publisher says it was published; null where nothing says so.';
COMMENT ON COLUMN mart.articles.published_from IS 'Where that was read.';
COMMENT ON COLUMN mart.articles.updated_at IS 'When the publisher says it was last changed.';
COMMENT ON COLUMN mart.articles.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.articles.section IS 'The site''s section.';
COMMENT ON COLUMN mart.articles.words IS 'Number of words.';
COMMENT ON COLUMN mart.articles.version IS 'Number of this version, its newest: how many we have seen.';
COMMENT ON COLUMN mart.articles.url IS 'Canonical URL.';
COMMENT ON COLUMN mart.articles.story_id IS 'The story it belongs to.';
COMMENT ON COLUMN mart.articles.text_id IS 'Its text.';
COMMENT ON COLUMN mart.articles.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.articles.is_copy IS 'Whether another article had its text before.';
COMMENT ON COLUMN mart.articles.first_seen_at IS 'When we first stored it.';
COMMENT ON COLUMN mart.articles.gone_at IS 'When its page was found deleted.';
COMMENT ON COLUMN mart.articles.version_id IS 'Number of its newest version.';
COMMENT ON COLUMN mart.articles.doubt IS 'Why it may be no article, or not all of one: listing, table, gallery, media, offer, short, paywall, consent or service; null where nothing speaks against it. Articles in doubt have no story; WHERE doubt IS NULL leaves them out.';
COMMENT ON COLUMN mart.articles.doubt_score IS 'How likely that is, 0 to 1.';
COMMENT ON COLUMN mart.articles.published_hint IS 'A day the page names, perhaps that of publication, where it states none.';
COMMENT ON COLUMN mart.articles.published_hint_from IS 'Where that stands: markup, a printed day of unknown meaning.';
COMMENT ON COLUMN mart.articles.body IS 'The text; null where it is withheld from readers, as mart.publishers says, or was removed by DATELINE_KEEP_TEXT_DAYS.';
COMMENT ON COLUMN mart.articles.reported_at IS 'Since when its publisher says what this version says, at the latest.';
COMMENT ON COLUMN mart.articles.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.articles.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.articles.seen_at IS 'When we first fetched this version.';
COMMENT ON COLUMN mart.articles.is_current IS 'Whether its page stands.';
COMMENT ON COLUMN mart.articles.is_gone IS 'Whether its page was found deleted.';
COMMENT ON COLUMN mart.articles.publisher_id IS 'Number of the publisher.';
COMMENT ON COLUMN mart.articles.names_read IS 'How names are read in its language: model (all), lists (people with a title, towns and countries), countries (nothing but these) or not yet. Where it is not model, an article without somebody''s name may name them all the same.';
COMMENT ON COLUMN mart.articles.has_names IS 'Whether a name was found in it.';
COMMENT ON COLUMN mart.articles.has_places IS 'Whether a place was.';
COMMENT ON COLUMN mart.articles.has_speakers IS 'Whether a quote with a speaker was.';
COMMENT ON COLUMN mart.articles.has_figures IS 'Whether a figure was.';
