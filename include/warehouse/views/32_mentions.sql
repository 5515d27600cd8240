-- Names in articles, and the things they name.
CREATE VIEW mart.mentions AS
SELECT mentions.mention_id,
       entities.entity_id,
       entities.name AS entity,
       entities.kind,
       mentions.text AS mention,
       mentions.label,
       mentions.role,
       mentions.confidence,
       articles.title,
       articles.publisher,
       articles.published_at,
       articles.story_id,
       articles.url,
       articles.article_id,
       articles.independent_text_id,
       mentions.text_id,
       mentions.start_char,
       mentions.end_char
FROM core.mentions
JOIN core.extractions USING (extraction_id)
JOIN core.entities USING (entity_id)
JOIN mart.articles ON articles.text_id = mentions.text_id
WHERE extractions.is_current;
COMMENT ON VIEW mart.mentions IS 'One row a mention and article that carries it.';
COMMENT ON COLUMN mart.mentions.mention_id IS 'Number of the mention.';
COMMENT ON COLUMN mart.mentions.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.mentions.entity IS 'Its name.';
COMMENT ON COLUMN mart.mentions.kind IS 'person, organisation, place, group, event, product, work or law.';
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

CREATE VIEW mart.entities AS
SELECT entity_id,
       entity,
       kind,
       count(DISTINCT article_id) AS articles,
       count(DISTINCT independent_text_id) AS independent_texts,
       count(DISTINCT story_id) AS stories,
       count(*) AS mentions,
       min(published_at) AS first_published_at,
       max(published_at) AS last_published_at
FROM mart.mentions
GROUP BY entity_id, entity, kind;
COMMENT ON VIEW mart.entities IS 'One row an entity, counted in articles, independent texts and stories.';
COMMENT ON COLUMN mart.entities.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.entities.entity IS 'Its name.';
COMMENT ON COLUMN mart.entities.kind IS 'What it is.';
COMMENT ON COLUMN mart.entities.articles IS 'Articles that mention it.';
COMMENT ON COLUMN mart.entities.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.entities.stories IS 'Stories that do.';
COMMENT ON COLUMN mart.entities.mentions IS 'Mentions in all.';
COMMENT ON COLUMN mart.entities.first_published_at IS 'Earliest article that mentions it.';
COMMENT ON COLUMN mart.entities.last_published_at IS 'Latest.';
