-- Names in articles, and what each means there.
-- Names that mean one entity in all texts come first, then those that mean another in some:
-- apart, so that a question for one entity finds its names by index.
CREATE VIEW mart.mentions AS
SELECT named.mention_id,
       named.meant_id AS entity_id,
       named.entity,
       named.kind,
       named.sense,
       named.text AS mention,
       named.label,
       named.role,
       named.confidence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.independent_text_id,
       named.text_id,
       named.start_char,
       named.end_char,
       named.entity_id AS name_id,
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
               WHERE spans.text_id = named.text_id AND spans.start_char <= named.start_char
                 AND spans.end_char >= named.end_char) AS is_boilerplate
FROM (
    SELECT mentions.*,
           entities.entity_id AS meant_id,
           coalesce(entities.shown_as, entities.name) AS entity,
           entities.kind,
           entities.sense
    FROM core.mentions
    JOIN core.entities AS names ON names.entity_id = mentions.entity_id
    JOIN core.entities ON entities.entity_id = names.canonical_id
    WHERE NOT EXISTS (
        SELECT FROM core.entity_merges AS here
        WHERE here.from_entity_id = mentions.entity_id AND here.text_id = mentions.text_id
          AND here.undone_at IS NULL
    )
    UNION ALL
    SELECT mentions.*,
           entities.entity_id,
           coalesce(entities.shown_as, entities.name),
           entities.kind,
           entities.sense
    FROM core.mentions
    JOIN core.entity_merges AS here ON here.from_entity_id = mentions.entity_id
        AND here.text_id = mentions.text_id AND here.undone_at IS NULL
    JOIN core.entities ON entities.entity_id = here.into_entity_id
) AS named
JOIN core.extractions USING (extraction_id)
JOIN mart.articles ON articles.text_id = named.text_id
CROSS JOIN LATERAL (
    -- The version since which it has been there; nearly all articles have one version.
    SELECT CASE WHEN articles.version = 1 THEN 1 ELSE 1 + coalesce((
        SELECT max(before.number)
        FROM core.article_versions AS before
        WHERE before.article_id = articles.article_id AND before.number < articles.version
          AND NOT EXISTS (
              SELECT FROM core.mentions AS same
              JOIN core.extractions AS reading USING (extraction_id)
              WHERE same.text_id = before.text_id AND reading.is_current
                AND same.entity_id = named.entity_id)
    ), 0) END AS version
) AS since
LEFT JOIN core.article_versions AS said
    ON said.article_id = articles.article_id AND said.number = since.version
LEFT JOIN core.article_versions AS unsaid
    ON unsaid.article_id = articles.article_id AND unsaid.number = since.version - 1
WHERE extractions.is_current;
COMMENT ON VIEW mart.mentions IS 'One row a mention and article that carries it.';
COMMENT ON COLUMN mart.mentions.mention_id IS 'Number of the mention.';
COMMENT ON COLUMN mart.mentions.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.mentions.entity IS 'The name it is known by, whatever the text calls it.';
COMMENT ON COLUMN mart.mentions.kind IS 'person, organisation, place, group, event, product, work or law.';
COMMENT ON COLUMN mart.mentions.sense IS 'Walk of life that tells it from its namesakes; empty where it has none.';
COMMENT ON COLUMN mart.mentions.mention IS 'The name as written.';
COMMENT ON COLUMN mart.mentions.label IS 'spaCy''s label.';
COMMENT ON COLUMN mart.mentions.role IS 'Title or role written beside it.';
COMMENT ON COLUMN mart.mentions.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.mentions.title IS 'Headline of the article.';
COMMENT ON COLUMN mart.mentions.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.mentions.published_at IS 'When the article was published, as its page states; null where it does not. What an edit brought is newer: reported_at.';
COMMENT ON COLUMN mart.mentions.story_id IS 'The story.';
COMMENT ON COLUMN mart.mentions.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.mentions.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.mentions.independent_text_id IS 'The text it is a copy of, or its own.';
COMMENT ON COLUMN mart.mentions.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.mentions.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.mentions.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.mentions.name_id IS 'Number of the name in core.entities that the text calls it by at its fullest.';
COMMENT ON COLUMN mart.mentions.publisher_country IS 'The publisher''s country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.mentions.language IS 'Language code of the text.';
COMMENT ON COLUMN mart.mentions.is_copy IS 'Whether another article had the text before.';
COMMENT ON COLUMN mart.mentions.reported_at IS 'Since when this article says so, at the latest: the time of the version that first had it.';
COMMENT ON COLUMN mart.mentions.reported_until IS 'Until when: when its page was found deleted; null while it stands.';
COMMENT ON COLUMN mart.mentions.reported_basis IS 'What reported_at goes by: published or revised, as the page states, or first_seen, when we fetched it, where the page states neither.';
COMMENT ON COLUMN mart.mentions.seen_at IS 'When we first fetched it.';
COMMENT ON COLUMN mart.mentions.version IS 'The version of the article that is read here: its newest.';
COMMENT ON COLUMN mart.mentions.since_version IS 'The version since which it has been there.';
COMMENT ON COLUMN mart.mentions.is_current IS 'Whether the page still says so: it stands, in this version.';
COMMENT ON COLUMN mart.mentions.is_gone IS 'Whether the page was found deleted: it is said no more.';
COMMENT ON COLUMN mart.mentions.is_boilerplate IS 'Whether it stands in a passage that its publisher has in three stories and more: a notice, classifieds, an appeal. Search, copies and the counts of mart.entities leave such passages out; here ask WHERE NOT is_boilerplate.';
