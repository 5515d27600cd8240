-- Times that articles speak of.
CREATE VIEW mart.times AS
SELECT times.value,
       times.type,
       times.mod,
       times.on_day,
       times.text AS mention,
       times.confidence,
       mart.sentence(articles.body, times.start_char, times.end_char) AS sentence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.independent_text_id,
       times.text_id,
       times.start_char,
       times.end_char,
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
               WHERE spans.text_id = times.text_id AND spans.start_char <= times.start_char
                 AND spans.end_char >= times.end_char) AS is_boilerplate
FROM core.times
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = times.text_id
CROSS JOIN LATERAL (
    -- The version since which it has been there; nearly all articles have one version.
    SELECT CASE WHEN articles.version = 1 THEN 1 ELSE 1 + coalesce((
        SELECT max(before.number)
        FROM core.article_versions AS before
        WHERE before.article_id = articles.article_id AND before.number < articles.version
          AND NOT EXISTS (
              SELECT FROM core.times AS same
              JOIN core.extractions AS reading USING (extraction_id)
              WHERE same.text_id = before.text_id AND reading.is_current
                AND same.text = times.text
                AND same.value IS NOT DISTINCT FROM times.value)
    ), 0) END AS version
) AS since
LEFT JOIN core.article_versions AS said
    ON said.article_id = articles.article_id AND said.number = since.version
LEFT JOIN core.article_versions AS unsaid
    ON unsaid.article_id = articles.article_id AND unsaid.number = since.version - 1
WHERE extractions.is_current;
COMMENT ON VIEW mart.times IS 'One row a time expression and article that carries it.';
COMMENT ON COLUMN mart.times.value IS 'ISO 8601 value, as in TIMEX3; null where it cannot be told.';
COMMENT ON COLUMN mart.times.type IS 'DATE, TIME, DURATION or SET.';
COMMENT ON COLUMN mart.times.mod IS 'How fuzzy it is, as in TIMEX3: APPROX, START, END, …; null where it is plain.';
COMMENT ON COLUMN mart.times.on_day IS 'The day, where the value is a day or a time of one.';
COMMENT ON COLUMN mart.times.mention IS 'The time as written.';
COMMENT ON COLUMN mart.times.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.times.sentence IS 'The sentence it stands in.';
COMMENT ON COLUMN mart.times.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.times.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.times.published_at IS 'When the article was published, as its page states; null where it does not. What an edit brought is newer: reported_at.';
COMMENT ON COLUMN mart.times.story_id IS 'The story.';
COMMENT ON COLUMN mart.times.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.times.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.times.independent_text_id IS 'The text it is a copy of, or its own: count these to count independent texts.';
COMMENT ON COLUMN mart.times.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.times.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.times.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.times.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.times.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.times.is_copy IS 'Whether another article had the text before.';
COMMENT ON COLUMN mart.times.reported_at IS 'Since when this article says so, at the latest: the time of the version that first had it.';
COMMENT ON COLUMN mart.times.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.times.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.times.seen_at IS 'When we first fetched it.';
COMMENT ON COLUMN mart.times.version IS 'The version of the article that is read here: its newest.';
COMMENT ON COLUMN mart.times.since_version IS 'The version since which it has been there.';
COMMENT ON COLUMN mart.times.is_current IS 'Whether the page still says so: it stands, in this version.';
COMMENT ON COLUMN mart.times.is_gone IS 'Whether the page was found deleted: it is said no more.';
COMMENT ON COLUMN mart.times.is_boilerplate IS 'Whether it stands in a passage that its publisher has in three stories and more: a notice, classifieds, an appeal. Search, copies and the counts of mart.entities leave such passages out; here ask WHERE NOT is_boilerplate.';
