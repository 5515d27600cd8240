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
       named.entity_id AS name_id
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
COMMENT ON COLUMN mart.mentions.published_at IS 'When.';
COMMENT ON COLUMN mart.mentions.story_id IS 'The story.';
COMMENT ON COLUMN mart.mentions.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN mart.mentions.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.mentions.independent_text_id IS 'The text it is a copy of, or its own.';
COMMENT ON COLUMN mart.mentions.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN mart.mentions.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN mart.mentions.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN mart.mentions.name_id IS 'Number of the name in core.entities that the text calls it by at its fullest.';
