-- What entities are shown as, each otherwise: namesakes with what tells them apart.
CREATE VIEW mart.entity_names AS
SELECT named.entity_id,
       named.entity,
       named.kind,
       named.sense,
       named.entity || CASE
           WHEN namesakes.all_in_all = 0 THEN ''
           WHEN namesakes.of_kind = 0 THEN format(' (%s)', named.kind)
           WHEN named.sense <> '' AND namesakes.of_sense = 0 THEN format(' (%s)', named.sense)
           ELSE format(' (%s %s)', named.kind, named.entity_id)
       END AS display
FROM (
    SELECT entity_id, coalesce(shown_as, name) AS entity, kind, sense
    FROM core.entities WHERE canonical_id = entity_id
) AS named
CROSS JOIN LATERAL (
    SELECT count(*) AS all_in_all,
           count(*) FILTER (WHERE others.kind = named.kind) AS of_kind,
           count(*) FILTER (WHERE others.kind = named.kind AND others.sense = named.sense)
               AS of_sense
    FROM core.entities AS others
    WHERE coalesce(others.shown_as, others.name) = named.entity
      AND others.canonical_id = others.entity_id AND others.entity_id <> named.entity_id
) AS namesakes;
COMMENT ON VIEW mart.entity_names IS 'One row an entity, with a name that no other has. Join by entity_id, never by name: two entities may be called Trump.';
COMMENT ON COLUMN mart.entity_names.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.entity_names.entity IS 'The name it is known by; others may have it too.';
COMMENT ON COLUMN mart.entity_names.kind IS 'person, organisation, place, group, event, product, work or law.';
COMMENT ON COLUMN mart.entity_names.sense IS 'Walk of life that tells it from its namesakes; empty where it has none.';
COMMENT ON COLUMN mart.entity_names.display IS 'The name, and where others have it too, what tells them apart: Trump (person), Trump (organisation).';

-- What names stand for: entities with all their names, and why each name is theirs.
CREATE VIEW mart.aliases AS
SELECT entities.entity_id,
       coalesce(entities.shown_as, entities.name) AS entity,
       entities.kind,
       entities.sense,
       names.name AS alias,
       coalesce(merges.rule, 'itself') AS rule,
       coalesce(merges.confidence, 1) AS confidence,
       merges.evidence,
       merges.made_at AS joined_at,
       merges.run_id,
       names.first_seen_at,
       names.last_seen_at,
       merges.text_id,
       names.entity_id AS name_id
FROM core.entities AS names
LEFT JOIN core.entity_merges AS merges
    ON merges.from_entity_id = names.entity_id AND merges.undone_at IS NULL
JOIN core.entities ON entities.entity_id = coalesce(merges.into_entity_id, names.canonical_id);
COMMENT ON VIEW mart.aliases IS 'One row a name an entity goes by; a name that means it only in some texts has a row for each.';
COMMENT ON COLUMN mart.aliases.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.aliases.entity IS 'The name it is known by.';
COMMENT ON COLUMN mart.aliases.kind IS 'What it is.';
COMMENT ON COLUMN mart.aliases.sense IS 'Walk of life that tells it from its namesakes.';
COMMENT ON COLUMN mart.aliases.alias IS 'A name of it.';
COMMENT ON COLUMN mart.aliases.rule IS 'By which rule the name is its own; itself where it is known by it.';
COMMENT ON COLUMN mart.aliases.confidence IS '0 to 1.';
COMMENT ON COLUMN mart.aliases.evidence IS 'What spoke for it.';
COMMENT ON COLUMN mart.aliases.joined_at IS 'When the name was joined to it.';
COMMENT ON COLUMN mart.aliases.run_id IS 'The run that did.';
COMMENT ON COLUMN mart.aliases.first_seen_at IS 'When the name was first met in a text we stored.';
COMMENT ON COLUMN mart.aliases.last_seen_at IS 'When it was last.';
COMMENT ON COLUMN mart.aliases.text_id IS 'The only text in which the name means it; null: wherever nothing says otherwise.';
COMMENT ON COLUMN mart.aliases.name_id IS 'Number of the name.';

CREATE VIEW mart.entities AS
SELECT counted.entity_id,
       counted.entity,
       counted.kind,
       counted.sense,
       ARRAY(
           SELECT DISTINCT names.name FROM core.entities AS names
           WHERE names.canonical_id = counted.entity_id AND names.sense = ''
           UNION
           SELECT names.name FROM core.entity_merges AS merges
           JOIN core.entities AS names ON names.entity_id = merges.from_entity_id
           WHERE merges.into_entity_id = counted.entity_id AND merges.undone_at IS NULL
           ORDER BY 1
       ) AS aliases,
       entities.wikidata_id,
       counted.articles,
       counted.independent_texts,
       counted.stories,
       counted.mentions,
       counted.first_published_at,
       counted.last_published_at,
       coalesce((
           SELECT min(confidence) FROM core.entity_merges AS merges
           WHERE merges.into_entity_id = counted.entity_id AND merges.undone_at IS NULL
       ), 1) AS confidence,
       (SELECT display FROM mart.entity_names AS names WHERE names.entity_id = counted.entity_id)
           AS display
FROM (
    SELECT entity_id,
           entity,
           kind,
           sense,
           count(DISTINCT article_id) AS articles,
           count(DISTINCT independent_text_id) AS independent_texts,
           count(DISTINCT story_id) AS stories,
           count(*) AS mentions,
           min(published_at) AS first_published_at,
           max(published_at) AS last_published_at
    FROM mart.mentions
    WHERE NOT is_boilerplate
    GROUP BY entity_id, entity, kind, sense
) AS counted
JOIN core.entities USING (entity_id);
COMMENT ON VIEW mart.entities IS 'One row an entity, counted in articles, independent texts and stories. What mentions, quotes and figures have as entity_id, speaker_entity_id or holder_entity_id is its entity_id. Articles of a language without a model may name it unseen: mart.languages.';
COMMENT ON COLUMN mart.entities.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN mart.entities.entity IS 'The name it is known by; others may have it too.';
COMMENT ON COLUMN mart.entities.kind IS 'What it is.';
COMMENT ON COLUMN mart.entities.sense IS 'Walk of life that tells it from its namesakes; empty where it has none.';
COMMENT ON COLUMN mart.entities.aliases IS 'Every name it goes by; mart.aliases says why.';
COMMENT ON COLUMN mart.entities.wikidata_id IS 'Its item in Wikidata, where one is pinned.';
COMMENT ON COLUMN mart.entities.articles IS 'Articles that mention it.';
COMMENT ON COLUMN mart.entities.independent_texts IS 'Texts that do, each copied text once.';
COMMENT ON COLUMN mart.entities.stories IS 'Stories that do.';
COMMENT ON COLUMN mart.entities.mentions IS 'Mentions in all.';
COMMENT ON COLUMN mart.entities.first_published_at IS 'Earliest article that mentions it.';
COMMENT ON COLUMN mart.entities.last_published_at IS 'Latest.';
COMMENT ON COLUMN mart.entities.confidence IS 'How sure the least sure of its names is its own, 0 to 1.';
COMMENT ON COLUMN mart.entities.display IS 'The name, and where others have it too, what tells them apart: Trump (person), Trump (organisation).';
