-- level: fail
-- what: what a name stands for stands for itself, and a merge says so.
SELECT names.entity_id, names.kind, names.name, entities.canonical_id
FROM core.entities AS names
JOIN core.entities ON entities.entity_id = names.canonical_id
LEFT JOIN core.entity_merges AS merges
    ON merges.from_entity_id = names.entity_id AND merges.undone_at IS NULL
    AND merges.text_id IS NULL
WHERE entities.canonical_id <> entities.entity_id
   OR coalesce(merges.into_entity_id, names.entity_id) <> names.canonical_id
