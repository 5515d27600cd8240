-- Numbers that are reported, with the sentence, the article, the publisher and the story.
CREATE VIEW mart.figures AS
SELECT figures.figure_id,
       figures.what,
       figures.low,
       figures.high,
       figures.bound,
       figures.unit,
       figures.of_what,
       coalesce(holders.shown_as, holders.name, figures.holder) AS holder,
       figures.status,
       figures.change,
       figures.compared_with_id,
       compared.text AS compared_with,
       figures.text AS figure,
       figures.place_text AS place,
       places.country AS place_country,
       places.lat,
       places.lon,
       times.on_day,
       times.value AS time,
       coalesce(sources.shown_as, sources.name, figures.attributed_to) AS attributed_to,
       figures.told_by,
       figures.superseded_by_id IS NOT NULL AS is_superseded,
       figures.superseded_by_id,
       figures.part_of_id,
       figures.confidence,
       coalesce(figures.headline,
                mart.sentence(articles.body, figures.start_char, figures.end_char)) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.is_copy,
       sources.entity_id AS attributed_to_entity_id,
       holders.entity_id AS holder_entity_id,
       figures.place_id,
       articles.independent_text_id,
       figures.text_id,
       figures.start_char,
       figures.end_char,
       articles.publisher_country,
       articles.language,
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
       coalesce(figures.figure_id = (
           SELECT leads.figure_id FROM mart.lead_figures AS leads
           WHERE leads.text_id = figures.text_id AND leads.extraction_id = figures.extraction_id
             AND leads.what = figures.what AND leads.unit IS NOT DISTINCT FROM figures.unit
       ), false) AS is_lead,
       mart.what_class(figures.what, figures.unit) AS what_class,
       CASE WHEN figures.headline IS NULL THEN 'body' ELSE 'headline' END AS stands_in,
       figures.currency_basis,
       figures.headline IS NULL AND EXISTS (SELECT FROM core.boilerplate_spans AS spans
               WHERE spans.text_id = figures.text_id AND spans.start_char <= figures.start_char
                 AND spans.end_char >= figures.end_char) AS is_boilerplate
FROM core.figures
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = figures.text_id
LEFT JOIN core.places ON places.place_id = figures.place_id
LEFT JOIN core.times ON times.time_id = figures.time_id
LEFT JOIN core.entities AS sources ON sources.entity_id = (
    SELECT canonical_id FROM core.entities WHERE entity_id = figures.attributed_to_entity_id)
LEFT JOIN core.entities AS holders ON holders.entity_id = (
    SELECT canonical_id FROM core.entities WHERE entity_id = figures.holder_entity_id)
LEFT JOIN core.figures AS compared ON compared.figure_id = figures.compared_with_id
CROSS JOIN LATERAL (
    -- The version since which it has been there; nearly all articles have one version.
    SELECT CASE WHEN articles.version = 1 THEN 1 ELSE 1 + coalesce((
        SELECT max(before.number)
        FROM core.article_versions AS before
        WHERE before.article_id = articles.article_id AND before.number < articles.version
          AND NOT EXISTS (
              SELECT FROM core.figures AS same
              JOIN core.extractions AS reading USING (extraction_id)
              WHERE same.text_id = before.text_id AND reading.is_current
                AND same.what = figures.what
                AND same.unit IS NOT DISTINCT FROM figures.unit
                AND same.low IS NOT DISTINCT FROM figures.low
                AND same.high IS NOT DISTINCT FROM figures.high AND same.status = figures.status)
    ), 0) END AS version
) AS since
LEFT JOIN core.article_versions AS said
    ON said.article_id = articles.article_id AND said.number = since.version
LEFT JOIN core.article_versions AS unsaid
    ON unsaid.article_id = articles.article_id AND unsaid.number = since.version - 1
WHERE extractions.is_current;
COMMENT ON VIEW mart.figures IS 'One row a figure and article that carries it.';
COMMENT ON COLUMN mart.figures.figure_id IS 'Number of the figure.';
COMMENT ON COLUMN mart.figures.what IS 'What is counted.';
COMMENT ON COLUMN mart.figures.low IS 'Least value; null where there is no lower bound.';
COMMENT ON COLUMN mart.figures.high IS 'Greatest value; null where there is no upper bound.';
COMMENT ON COLUMN mart.figures.bound IS 'exact, at_least, at_most, about or between.';
COMMENT ON COLUMN mart.figures.unit IS 'person, an ISO 4217 code, percent, fraction or a noun.';
COMMENT ON COLUMN mart.figures.of_what IS 'What is measured, as written: net profit, turnout.';
COMMENT ON COLUMN mart.figures.holder IS 'Whose it is: the name it is known by, or the words of the text.';
COMMENT ON COLUMN mart.figures.holder_entity_id IS 'Number of that name, where it is one.';
COMMENT ON COLUMN mart.figures.status IS 'actual, forecast, possible, negated or earlier: only actual ones are told as facts of this event.';
COMMENT ON COLUMN mart.figures.change IS 'up or down, where the text says so.';
COMMENT ON COLUMN mart.figures.compared_with_id IS 'Number of the earlier or expected figure it is set against.';
COMMENT ON COLUMN mart.figures.compared_with IS 'That figure, as written.';
COMMENT ON COLUMN mart.figures.figure IS 'The figure as written.';
COMMENT ON COLUMN mart.figures.place IS 'The place the sentence gives for it.';
COMMENT ON COLUMN mart.figures.place_country IS 'ISO 3166-1 alpha-2 code of that place.';
COMMENT ON COLUMN mart.figures.lat IS 'Its latitude in degrees.';
COMMENT ON COLUMN mart.figures.lon IS 'Its longitude in degrees.';
COMMENT ON COLUMN mart.figures.on_day IS 'The day the sentence gives for it.';
COMMENT ON COLUMN mart.figures.time IS 'That time as in TIMEX3.';
COMMENT ON COLUMN mart.figures.attributed_to IS 'Who is said to have given it: the speaker of the statement it stands in.';
COMMENT ON COLUMN mart.figures.told_by IS 'The word that tells what befell those counted.';
COMMENT ON COLUMN mart.figures.is_superseded IS 'Whether its sentence gives a newer one: 21, in to 27 from 21.';
COMMENT ON COLUMN mart.figures.superseded_by_id IS 'The newer one''s figure_id.';
COMMENT ON COLUMN mart.figures.part_of_id IS 'The figure_id it is a part of: including four children.';
COMMENT ON COLUMN mart.figures.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.figures.sentence IS 'The sentence it stands in, or the headline.';
COMMENT ON COLUMN mart.figures.stands_in IS 'body, or headline: the text itself does not tell it, and it has no start_char.';
COMMENT ON COLUMN mart.figures.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.figures.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.figures.published_at IS 'When the article was published, as its page states; null where it does not. What an edit brought is newer: reported_at.';
COMMENT ON COLUMN mart.figures.story_id IS 'The story.';
COMMENT ON COLUMN mart.figures.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.figures.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.figures.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.figures.attributed_to_entity_id IS 'Number of the source, as in mart.entities.';
COMMENT ON COLUMN mart.figures.place_id IS 'Number of the place, as in core.places.';
COMMENT ON COLUMN mart.figures.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.figures.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.figures.start_char IS 'Where it begins in the text, from 0; null where it stands in the headline alone.';
COMMENT ON COLUMN mart.figures.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.figures.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.figures.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.figures.reported_at IS 'Since when this article says so, at the latest: the time of the version that first had it.';
COMMENT ON COLUMN mart.figures.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.figures.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.figures.seen_at IS 'When we first fetched it.';
COMMENT ON COLUMN mart.figures.version IS 'The version of the article that is read here: its newest.';
COMMENT ON COLUMN mart.figures.since_version IS 'The version since which it has been there.';
COMMENT ON COLUMN mart.figures.is_current IS 'Whether the page still says so: it stands, in this version.';
COMMENT ON COLUMN mart.figures.is_gone IS 'Whether the page was found deleted: it is said no more.';
COMMENT ON COLUMN mart.figures.is_lead IS 'Whether it is the number that counts in its text: told as fact, of this year and not superseded, the greatest of its kind in the first 800 characters, or else the first.';
COMMENT ON COLUMN mart.figures.what_class IS 'casualty (killed, wounded, missing, …), people, money, share, term, vote, seat, measure, duration, count (of things) or number (of what, the text does not tell).';
COMMENT ON COLUMN mart.figures.currency_basis IS 'How the currency of an amount is known: written, statement, place, publisher or usual (what that sign mostly means, and nothing better); null for other figures.';
COMMENT ON COLUMN mart.figures.is_boilerplate IS 'Whether it stands in a passage that its publisher has in three stories and more: a notice, classifieds, an appeal. Search, copies and the counts of mart.entities leave such passages out; here ask WHERE NOT is_boilerplate.';
