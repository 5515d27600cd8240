-- How reported numbers moved, and where outlets disagree.
CREATE VIEW mart.figure_timeline AS
SELECT told.story_id,
       told.what,
       told.unit,
       told.low,
       told.high,
       told.bound,
       told.figure,
       told.publisher,
       told.reported_at,
       told.stood_until,
       told.attributed_to,
       told.place,
       told.status,
       told.is_lead,
       told.is_copy,
       lag(coalesce(told.low, told.high)) OVER moves AS previous,
       CASE
           WHEN lag(told.text_id) OVER moves IS NULL THEN NULL
           WHEN mart.least(told.low, told.bound) > lag(mart.most(told.high, told.bound)) OVER moves
                OR told.low > lag(told.low) OVER moves AND lag(told.bound) OVER moves = 'at_least'
               THEN 'up'
           WHEN mart.most(told.high, told.bound) < lag(mart.least(told.low, told.bound)) OVER moves
                OR told.high < lag(told.high) OVER moves AND lag(told.bound) OVER moves = 'at_most'
               THEN 'down'
           ELSE 'same'
       END AS moved,
       told.language,
       told.title,
       told.version,
       told.url,
       told.article_id,
       told.text_id,
       told.start_char,
       told.end_char,
       told.figure_id,
       told.reported_basis,
       told.seen_at,
       told.published_at,
       told.publisher_country,
       told.independent_text_id,
       told.stood_until IS NULL AS is_current,
       told.gone_at IS NOT NULL AS is_gone,
       told.measure,
       told.holder,
       told.holder_entity_id
FROM (
    SELECT members.story_id,
           figures.what,
           figures.unit,
           figures.low,
           figures.high,
           figures.bound,
           figures.text AS figure,
           publishers.name AS publisher,
           mart.reported_at(versions.number, versions.published_at, versions.updated_at,
               versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at)) AS reported_at,
           mart.reported_basis(versions.number, versions.published_at, versions.updated_at,
               versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at)) AS reported_basis,
           versions.fetched_at AS seen_at,
           versions.published_at,
           publishers.country AS publisher_country,
           coalesce(texts.copy_of, texts.text_id) AS independent_text_id,
           articles.gone_at,
           coalesce(next.fetched_at, articles.gone_at) AS stood_until,
           figures.attributed_to,
           figures.place_text AS place,
           coalesce(figures.figure_id = (
               SELECT leads.figure_id FROM mart.lead_figures AS leads
               WHERE leads.text_id = figures.text_id AND leads.extraction_id = figures.extraction_id
                 AND leads.what = figures.what AND leads.unit IS NOT DISTINCT FROM figures.unit
           ), false) AS is_lead,
           figures.status,
           mart.measure(figures.what, figures.unit, figures.of_what) AS measure,
           coalesce(holders.shown_as, holders.name, figures.holder) AS holder,
           holders.entity_id AS holder_entity_id,
           members.reason = 'copy' AS is_copy,
           versions.language,
           versions.title,
           versions.number AS version,
           articles.canonical_url AS url,
           articles.article_id,
           figures.text_id,
           figures.start_char,
           figures.end_char,
           figures.figure_id
    FROM core.story_articles AS members
    JOIN core.articles USING (article_id)
    JOIN core.publishers USING (publisher_id)
    JOIN core.article_versions AS versions ON versions.article_id = articles.article_id
    JOIN core.texts ON texts.text_id = versions.text_id
    LEFT JOIN core.article_versions AS earlier
        ON earlier.article_id = versions.article_id AND earlier.number = versions.number - 1
    LEFT JOIN core.article_versions AS next
        ON next.article_id = versions.article_id AND next.number = versions.number + 1
    JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
    JOIN core.figures ON figures.text_id = versions.text_id
        AND figures.extraction_id = extractions.extraction_id
    LEFT JOIN core.entities AS holders ON holders.entity_id = (
        SELECT canonical_id FROM core.entities WHERE entity_id = figures.holder_entity_id)
) AS told
WINDOW moves AS (
    -- Of people the number that counts follows the one before it; a profit follows the profit of
    -- the same company, wherever in its text it stands.
    PARTITION BY told.story_id, told.what, told.unit, told.status,
                 CASE WHEN told.unit = 'person' THEN told.is_lead END,
                 CASE WHEN told.unit IS DISTINCT FROM 'person' THEN told.measure END,
                 CASE WHEN told.unit IS DISTINCT FROM 'person'
                      THEN coalesce(told.holder_entity_id::text, lower(told.holder)) END
    ORDER BY told.reported_at, told.article_id, told.start_char
);
COMMENT ON VIEW mart.figure_timeline IS 'One row a value reported in a story, every version of every article: how a number moved, who had it when. Ask for one story_id.';
COMMENT ON COLUMN mart.figure_timeline.story_id IS 'The story.';
COMMENT ON COLUMN mart.figure_timeline.what IS 'What is counted: killed, wounded, money, …';
COMMENT ON COLUMN mart.figure_timeline.unit IS 'person, an ISO 4217 code, percent, fraction or a noun.';
COMMENT ON COLUMN mart.figure_timeline.low IS 'Least value; null where there is no lower bound.';
COMMENT ON COLUMN mart.figure_timeline.high IS 'Greatest value; null where there is no upper bound.';
COMMENT ON COLUMN mart.figure_timeline.bound IS 'exact, at_least, at_most, about or between.';
COMMENT ON COLUMN mart.figure_timeline.figure IS 'The figure as written.';
COMMENT ON COLUMN mart.figure_timeline.publisher IS 'Who reported it.';
COMMENT ON COLUMN mart.figure_timeline.reported_at IS 'When that version said so, at the latest: as its page states, or else when we first fetched it.';
COMMENT ON COLUMN mart.figure_timeline.stood_until IS 'When we first found another version, or the article gone; null while it stands.';
COMMENT ON COLUMN mart.figure_timeline.attributed_to IS 'To whom the sentence attributes it.';
COMMENT ON COLUMN mart.figure_timeline.place IS 'The place the sentence gives for it.';
COMMENT ON COLUMN mart.figure_timeline.status IS 'actual, forecast, possible, negated or earlier.';
COMMENT ON COLUMN mart.figure_timeline.is_lead IS 'Whether it is the number that counts in its text: told as fact, of this year and not superseded, the greatest of its kind in the first 800 characters, or else the first.';
COMMENT ON COLUMN mart.figure_timeline.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.figure_timeline.previous IS 'The value reported before it in the story, by anyone: of people lead figures follow lead figures, others others; of other measures those of one measure, holder and status follow one another.';
COMMENT ON COLUMN mart.figure_timeline.measure IS 'What is measured, in small letters and without its article: killed, net profit, turnout; null where the text does not tell.';
COMMENT ON COLUMN mart.figure_timeline.holder IS 'Whose it is: the name it is known by, or the words of the text.';
COMMENT ON COLUMN mart.figure_timeline.holder_entity_id IS 'Number of that name, as in mart.entities.';
COMMENT ON COLUMN mart.figure_timeline.moved IS 'up or down where both cannot hold, or where what was "at least" ("at most") is now more (less); else same: 1,140 and then "more than 1,000" is no move.';
COMMENT ON COLUMN mart.figure_timeline.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.figure_timeline.title IS 'Headline of that version.';
COMMENT ON COLUMN mart.figure_timeline.version IS 'The version of the article.';
COMMENT ON COLUMN mart.figure_timeline.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.figure_timeline.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.figure_timeline.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.figure_timeline.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.figure_timeline.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.figure_timeline.figure_id IS 'Number of the figure.';
COMMENT ON COLUMN mart.figure_timeline.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.figure_timeline.seen_at IS 'When we first fetched that version.';
COMMENT ON COLUMN mart.figure_timeline.published_at IS 'When the article was published, as the page of that version states; null where it does not.';
COMMENT ON COLUMN mart.figure_timeline.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.figure_timeline.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.figure_timeline.is_current IS 'Whether it still stands: in the newest version of an article that is not gone.';
COMMENT ON COLUMN mart.figure_timeline.is_gone IS 'Whether the article''s page was found deleted.';

CREATE VIEW mart.figure_disputes AS
SELECT stories.story_id,
       stories.label,
       told.what,
       told.lowest,
       told.highest,
       told.values,
       told.articles,
       told.independent_texts,
       told.publishers,
       told.accounts,
       stories.last_published_at,
       told.evidence,
       told.unit,
       told.measure,
       told.holder
FROM core.stories
CROSS JOIN LATERAL (
    SELECT standing.what,
           standing.unit,
           standing.measure,
           max(standing.holder) AS holder,
           min(standing.value) AS lowest,
           max(standing.value) AS highest,
           array_agg(DISTINCT standing.value ORDER BY standing.value) AS "values",
           count(*) AS articles,
           count(DISTINCT standing.root) AS independent_texts,
           count(DISTINCT standing.publisher_id) AS publishers,
           array_agg(format('%s: %s (%s, %s)', standing.publisher, standing.figure,
                            replace(standing.bound, '_', ' '),
                            to_char(standing.reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'))
                     ORDER BY standing.reported_at DESC, standing.publisher) AS accounts,
           jsonb_agg(jsonb_build_object(
                         'publisher', standing.publisher, 'low', standing.low,
                         'high', standing.high, 'bound', standing.bound,
                         'figure', standing.figure, 'reported_at', standing.reported_at,
                         'reported_basis', standing.reported_basis,
                         'article_id', standing.article_id, 'figure_id', standing.figure_id)
                     ORDER BY standing.reported_at DESC, standing.publisher) AS evidence
    FROM (
        SELECT DISTINCT ON (figures.what, figures.unit, own.measure, own.holder_key, own.period,
                            own.change, articles.publisher_id)
               figures.what,
               figures.unit,
               own.change,
               own.measure,
               own.holder_key,
               own.holder,
               own.period,
               figures.text AS figure,
               figures.low,
               figures.high,
               figures.bound,
               coalesce(figures.low, figures.high) AS value,
               articles.publisher_id,
               publishers.name AS publisher,
               coalesce(texts.copy_of, texts.text_id) AS root,
               clock.reported_at,
               mart.reported_basis(versions.number, versions.published_at, versions.updated_at,
                   versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at)) AS reported_basis,
               articles.article_id,
               figures.figure_id
        FROM core.story_articles AS members
        JOIN core.articles USING (article_id)
        JOIN core.publishers USING (publisher_id)
        JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
        JOIN core.texts ON texts.text_id = versions.text_id
        JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
        JOIN core.figures ON figures.text_id = versions.text_id
            AND figures.extraction_id = extractions.extraction_id
        LEFT JOIN core.times ON times.time_id = figures.time_id
        LEFT JOIN core.entities AS holders ON holders.entity_id = (
            SELECT canonical_id FROM core.entities WHERE entity_id = figures.holder_entity_id)
        LEFT JOIN core.article_versions AS earlier
            ON earlier.article_id = versions.article_id AND earlier.number = versions.number - 1
        CROSS JOIN LATERAL (
            SELECT mart.reported_at(versions.number, versions.published_at, versions.updated_at,
                versions.fetched_at, mart.last_stated(earlier.published_at, earlier.updated_at, earlier.fetched_at))
        ) AS clock (reported_at)
        CROSS JOIN LATERAL (
            SELECT mart.measure(figures.what, figures.unit, figures.of_what) AS measure,
                   coalesce(holders.shown_as, holders.name, figures.holder) AS holder,
                   coalesce(holders.entity_id::text, lower(figures.holder)) AS holder_key,
                   times.value AS period
        ) AS told_of
        CROSS JOIN LATERAL (
            -- The dead of one event are compared whatever the words; a profit with that of the
            -- same company in the same period.
            SELECT told_of.measure,
                   CASE WHEN figures.unit <> 'person' THEN told_of.holder END AS holder,
                   CASE WHEN figures.unit <> 'person' THEN told_of.holder_key END AS holder_key,
                   CASE WHEN figures.unit <> 'person' THEN told_of.period END AS period,
                   CASE WHEN figures.unit <> 'person' THEN figures.change END AS change
        ) AS own
        WHERE members.story_id = stories.story_id AND articles.gone_at IS NULL
          AND figures.status = 'actual' AND figures.superseded_by_id IS NULL
          AND figures.part_of_id IS NULL AND coalesce(figures.low, figures.high) IS NOT NULL
          AND CASE
              -- Two counts of "passengers" may be of two ships.
              WHEN figures.unit = 'person'
                  THEN (figures.what = ANY (mart.casualties()) OR figures.what = 'protesters')
                  AND figures.figure_id = (
                      SELECT leads.figure_id FROM mart.lead_figures AS leads
                      WHERE leads.text_id = figures.text_id AND leads.unit = figures.unit
                        AND leads.extraction_id = figures.extraction_id
                        AND leads.what = figures.what)
              ELSE own.measure IS NOT NULL AND own.holder_key IS NOT NULL
                  AND figures.unit IS NOT NULL AND figures.bound <> 'between'
                  -- A text that gives several such values tells of several things.
                  AND NOT EXISTS (
                      SELECT FROM core.figures AS others
                      LEFT JOIN core.times AS other_times ON other_times.time_id = others.time_id
                      WHERE others.extraction_id = figures.extraction_id
                        AND others.figure_id <> figures.figure_id AND others.status = 'actual'
                        AND others.what = figures.what AND others.unit = figures.unit
                        AND mart.measure(others.what, others.unit, others.of_what) = own.measure
                        AND lower(others.holder) = lower(figures.holder)
                        AND other_times.value IS NOT DISTINCT FROM own.period
                        AND others.change IS NOT DISTINCT FROM figures.change
                        AND (others.low, others.high) IS DISTINCT FROM (figures.low, figures.high))
              END
        ORDER BY figures.what, figures.unit, own.measure, own.holder_key, own.period,
                 own.change, articles.publisher_id, clock.reported_at DESC, figures.figure_id
    ) AS standing
    GROUP BY standing.what, standing.unit, standing.measure, standing.holder_key, standing.period,
             standing.change
    -- What one rounds and another does not is no dispute.
    HAVING max(mart.least(standing.low, standing.bound))
        > min(mart.most(standing.high, standing.bound))
          * CASE WHEN standing.unit = 'person' THEN 1 ELSE 1.02 END
) AS told;
COMMENT ON VIEW mart.figure_disputes IS 'One row a story and measure of which publishers now give values that cannot all hold, in what they tell as fact. The dead, the wounded and other casualties are compared by the lead figure (as in mart.figure_timeline) of each publisher''s newest article; a profit, a share, a price only where measure, holder, unit and period are the same. "At least 160" and 164 agree; "about" is taken to a tenth, and what is no count of people to a fiftieth, as it may be rounded. Ask for stories of some days: last_published_at.';
COMMENT ON COLUMN mart.figure_disputes.story_id IS 'The story.';
COMMENT ON COLUMN mart.figure_disputes.label IS 'Its headline.';
COMMENT ON COLUMN mart.figure_disputes.what IS 'What is counted: killed, wounded, missing, …';
COMMENT ON COLUMN mart.figure_disputes.lowest IS 'Least value that stands.';
COMMENT ON COLUMN mart.figure_disputes.highest IS 'Greatest.';
COMMENT ON COLUMN mart.figure_disputes."values" IS 'All of them.';
COMMENT ON COLUMN mart.figure_disputes.articles IS 'How many of their articles count it so, one a publisher.';
COMMENT ON COLUMN mart.figure_disputes.independent_texts IS 'Their texts, each copied text once.';
COMMENT ON COLUMN mart.figure_disputes.publishers IS 'How many publishers count it.';
COMMENT ON COLUMN mart.figure_disputes.accounts IS 'What each has, in its words, with its bound and the time (UTC) it was reported, the newest first.';
COMMENT ON COLUMN mart.figure_disputes.last_published_at IS 'When the story''s last article was published.';
COMMENT ON COLUMN mart.figure_disputes.evidence IS 'The same as JSON: low, high, bound, figure, reported_at and its basis, article_id and figure_id of each.';
COMMENT ON COLUMN mart.figure_disputes.unit IS 'person, an ISO 4217 code, percent or a noun.';
COMMENT ON COLUMN mart.figure_disputes.measure IS 'What is measured, as in mart.figure_timeline: killed, net profit, turnout.';
COMMENT ON COLUMN mart.figure_disputes.holder IS 'Whose it is; null for people.';
