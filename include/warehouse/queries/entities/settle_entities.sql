-- Rows (entity_id, canonical_id, name, shown_as, wikidata_id): what names stand for.
UPDATE core.entities SET
    canonical_id = done.canonical_id,
    name = done.name,
    shown_as = done.shown_as,
    wikidata_id = done.wikidata_id
FROM (VALUES %s) AS done (entity_id, canonical_id, name, shown_as, wikidata_id)
WHERE entities.entity_id = done.entity_id
