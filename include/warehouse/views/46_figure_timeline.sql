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
       CASE sign(coalesce(told.low, told.high) - lag(coalesce(told.low, told.high)) OVER moves)
           WHEN 1 THEN 'up'
           WHEN -1 THEN 'down'
           WHEN 0 THEN 'same'
       END AS moved,
       told.language,
       told.title,
       told.version,
       told.url,
       told.article_id,
       told.text_id,
       told.start_char,
       told.end_char,
       told.figure_id
FROM (
    SELECT members.story_id,
           figures.what,
           figures.unit,
           figures.low,
           figures.high,
           figures.bound,
           figures.text AS figure,
           publishers.name AS publisher,
           CASE versions.number
               WHEN 1 THEN coalesce(versions.published_at, versions.fetched_at)
               ELSE versions.fetched_at
           END AS reported_at,
           coalesce(next.fetched_at, articles.gone_at) AS stood_until,
           figures.attributed_to,
           figures.place_text AS place,
           -- The opening has the number that counts, and beside it parts of that number.
           row_number() OVER (
               PARTITION BY members.story_id, versions.version_id, figures.what, figures.unit
               ORDER BY figures.status <> 'actual',
                        figures.start_char >= 800,
                        CASE WHEN figures.start_char < 800 THEN -coalesce(figures.low, figures.high) END,
                        figures.start_char) = 1 AND figures.status = 'actual' AS is_lead,
           figures.status,
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
    LEFT JOIN core.article_versions AS next
        ON next.article_id = versions.article_id AND next.number = versions.number + 1
    JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
    JOIN core.figures ON figures.text_id = versions.text_id
        AND figures.extraction_id = extractions.extraction_id
) AS told
WINDOW moves AS (
    PARTITION BY told.story_id, told.what, told.unit, told.is_lead, told.status
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
COMMENT ON COLUMN mart.figure_timeline.reported_at IS 'When: as published; of a later version, when we first fetched it.';
COMMENT ON COLUMN mart.figure_timeline.stood_until IS 'When we first found another version, or the article gone; null while it stands.';
COMMENT ON COLUMN mart.figure_timeline.attributed_to IS 'To whom the sentence attributes it.';
COMMENT ON COLUMN mart.figure_timeline.place IS 'The place the sentence gives for it.';
COMMENT ON COLUMN mart.figure_timeline.status IS 'actual, forecast, possible, negated or earlier.';
COMMENT ON COLUMN mart.figure_timeline.is_lead IS 'Whether it is the number that counts in its text: of the actual ones the greatest of its kind in the first 800 characters, or else the first.';
COMMENT ON COLUMN mart.figure_timeline.is_copy IS 'Whether the article''s text is a copy.';
COMMENT ON COLUMN mart.figure_timeline.previous IS 'The value reported before it in the story, by anyone: lead figures follow lead figures, others others.';
COMMENT ON COLUMN mart.figure_timeline.moved IS 'up, down or same, against previous.';
COMMENT ON COLUMN mart.figure_timeline.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.figure_timeline.title IS 'Headline of that version.';
COMMENT ON COLUMN mart.figure_timeline.version IS 'The version of the article.';
COMMENT ON COLUMN mart.figure_timeline.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.figure_timeline.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.figure_timeline.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.figure_timeline.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.figure_timeline.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.figure_timeline.figure_id IS 'Number of the figure.';

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
       stories.last_published_at
FROM core.stories
CROSS JOIN LATERAL (
    SELECT standing.what,
           min(standing.value) AS lowest,
           max(standing.value) AS highest,
           array_agg(DISTINCT standing.value ORDER BY standing.value) AS "values",
           count(*) AS articles,
           count(DISTINCT standing.root) AS independent_texts,
           count(DISTINCT standing.publisher_id) AS publishers,
           array_agg(format('%s: %s', standing.publisher, standing.figure)
                     ORDER BY standing.published DESC, standing.publisher) AS accounts
    FROM (
        SELECT DISTINCT ON (figures.what, articles.publisher_id)
               figures.what,
               figures.text AS figure,
               coalesce(figures.low, figures.high) AS value,
               articles.publisher_id,
               publishers.name AS publisher,
               coalesce(texts.copy_of, texts.text_id) AS root,
               coalesce(versions.updated_at, versions.published_at, articles.first_seen_at) AS published
        FROM core.story_articles AS members
        JOIN core.articles USING (article_id)
        JOIN core.publishers USING (publisher_id)
        JOIN core.article_versions AS versions ON versions.version_id = articles.version_id
        JOIN core.texts ON texts.text_id = versions.text_id
        JOIN core.extractions ON extractions.text_id = versions.text_id AND extractions.is_current
        JOIN core.figures ON figures.text_id = versions.text_id
            AND figures.extraction_id = extractions.extraction_id
        WHERE members.story_id = stories.story_id AND articles.gone_at IS NULL
          AND figures.status = 'actual'
          AND figures.unit = 'person' AND coalesce(figures.low, figures.high) IS NOT NULL
        ORDER BY figures.what, articles.publisher_id,
                 coalesce(versions.updated_at, versions.published_at, articles.first_seen_at) DESC,
                 figures.start_char >= 800,
                 CASE WHEN figures.start_char < 800 THEN -coalesce(figures.low, figures.high) END,
                 figures.start_char
    ) AS standing
    GROUP BY standing.what
    HAVING count(DISTINCT standing.value) > 1
) AS told;
COMMENT ON VIEW mart.figure_disputes IS 'One row a story and kind of count of people that publishers now put differently: each by the lead figure (as in mart.figure_timeline) of its newest article. Ask for stories of some days: last_published_at.';
COMMENT ON COLUMN mart.figure_disputes.story_id IS 'The story.';
COMMENT ON COLUMN mart.figure_disputes.label IS 'Its headline.';
COMMENT ON COLUMN mart.figure_disputes.what IS 'What is counted: killed, wounded, missing, …';
COMMENT ON COLUMN mart.figure_disputes.lowest IS 'Least value that stands.';
COMMENT ON COLUMN mart.figure_disputes.highest IS 'Greatest.';
COMMENT ON COLUMN mart.figure_disputes."values" IS 'All of them.';
COMMENT ON COLUMN mart.figure_disputes.articles IS 'How many of their articles count it so, one a publisher.';
COMMENT ON COLUMN mart.figure_disputes.independent_texts IS 'Their texts, each copied text once.';
COMMENT ON COLUMN mart.figure_disputes.publishers IS 'How many publishers count it.';
COMMENT ON COLUMN mart.figure_disputes.accounts IS 'What each has, the newest first.';
COMMENT ON COLUMN mart.figure_disputes.last_published_at IS 'When the story''s last article was published.';
