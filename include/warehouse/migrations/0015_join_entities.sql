-- Why: one person or body has many names, and some names several bearers: names are joined to entities, with reasons, and can be parted again.
-- Safe because: new tables and columns; every name is its own entity until it is joined, as before. Rewrites core.entities once (one short row a name).
-- Undo: DROP TABLE core.entity_pins, core.entity_merges, core.entity_blocks CASCADE; ALTER TABLE core.extractions DROP COLUMN joined_with; DELETE FROM core.entities WHERE sense <> ''; ALTER TABLE core.entities DROP COLUMN sense CASCADE, DROP COLUMN canonical_id CASCADE, DROP COLUMN shown_as CASCADE, DROP COLUMN wikidata_id CASCADE, ADD UNIQUE (kind, name_key); DROP FUNCTION core.name_is_its_own_entity CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.entities
    ADD COLUMN sense text NOT NULL DEFAULT '',
    ADD COLUMN canonical_id bigint,
    ADD COLUMN shown_as text,
    ADD COLUMN wikidata_id text CHECK (wikidata_id ~ '^Q[1-9][0-9]*$'),
    DROP CONSTRAINT entities_kind_name_key_key,
    ADD UNIQUE (kind, name_key, sense);
UPDATE core.entities SET canonical_id = entity_id;
ALTER TABLE core.entities
    ALTER COLUMN canonical_id SET NOT NULL,
    ADD FOREIGN KEY (canonical_id) REFERENCES core.entities;
CREATE INDEX entities_canonical_idx ON core.entities (canonical_id);
CREATE INDEX entities_shown_idx ON core.entities ((coalesce(shown_as, name)));

CREATE FUNCTION core.name_is_its_own_entity() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    NEW.canonical_id := coalesce(NEW.canonical_id, NEW.entity_id);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION core.name_is_its_own_entity IS 'A new name is its own entity until it is joined.';
CREATE TRIGGER name_is_its_own_entity BEFORE INSERT ON core.entities
    FOR EACH ROW EXECUTE FUNCTION core.name_is_its_own_entity();

COMMENT ON TABLE core.entities IS 'Names of people, organisations, places and other things, each leading to the entity it stands for. Mentions point to names.';
COMMENT ON COLUMN core.entities.entity_id IS 'Number of the name; that of an entity is the number of the name it is known by.';
COMMENT ON COLUMN core.entities.name IS 'The name as it is mostly written.';
COMMENT ON COLUMN core.entities.sense IS 'Walk of life that tells a namesake from the others: sport; empty for a name as such.';
COMMENT ON COLUMN core.entities.canonical_id IS 'The entity this name stands for; its own number where it is what the entity is known by. core.entity_merges says why, and in which texts it stands for another.';
COMMENT ON COLUMN core.entities.shown_as IS 'What views show the entity by, pinned in seeds/entities.csv; null: its name.';
COMMENT ON COLUMN core.entities.wikidata_id IS 'The entity''s item in Wikidata, pinned in seeds/entities.csv.';

CREATE TABLE core.entity_blocks (
    block text NOT NULL,
    entity_id bigint NOT NULL REFERENCES core.entities,
    PRIMARY KEY (block, entity_id)
);
CREATE INDEX entity_blocks_entity_idx ON core.entity_blocks (entity_id);
COMMENT ON TABLE core.entity_blocks IS 'Groups of names within which names are compared; a name that was never joined is in none.';
COMMENT ON COLUMN core.entity_blocks.block IS 'What the names of the group share: a surname, initials, a position.';
COMMENT ON COLUMN core.entity_blocks.entity_id IS 'The name.';

ALTER TABLE core.extractions ADD COLUMN joined_with text;
COMMENT ON COLUMN core.extractions.joined_with IS 'Original and story of the text when its names were last joined; null while that is due.';

CREATE TABLE core.entity_merges (
    merge_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_entity_id bigint NOT NULL REFERENCES core.entities,
    text_id bigint REFERENCES core.texts,
    into_entity_id bigint NOT NULL REFERENCES core.entities,
    rule text NOT NULL,
    evidence jsonb NOT NULL,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    run_id text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    undone_run_id text,
    undone_at timestamptz,
    CHECK (from_entity_id <> into_entity_id)
);
CREATE UNIQUE INDEX entity_merges_name_idx ON core.entity_merges (from_entity_id)
    WHERE undone_at IS NULL AND text_id IS NULL;
CREATE UNIQUE INDEX entity_merges_text_idx ON core.entity_merges (from_entity_id, text_id)
    WHERE undone_at IS NULL AND text_id IS NOT NULL;
CREATE INDEX entity_merges_into_idx ON core.entity_merges (into_entity_id) WHERE undone_at IS NULL;
COMMENT ON TABLE core.entity_merges IS 'Every joining of a name to an entity, with its reason; those undone stay.';
COMMENT ON COLUMN core.entity_merges.merge_id IS 'Number of the merge.';
COMMENT ON COLUMN core.entity_merges.from_entity_id IS 'The name.';
COMMENT ON COLUMN core.entity_merges.text_id IS 'The only text it holds in; null: everywhere that no merge of the name in that text says otherwise.';
COMMENT ON COLUMN core.entity_merges.into_entity_id IS 'The entity the name stands for.';
COMMENT ON COLUMN core.entity_merges.rule IS 'Why: pinned, same_name, legal_form, plural, same_place, spelling, transliteration, middle_name, short_given_name, initial, only_strong_bearer, same_story, same_company, bearer_of_its_months, written_together, initials, part_of_name, namesakes or other_kind.';
COMMENT ON COLUMN core.entity_merges.evidence IS 'What spoke for it when it was made: counts of texts, shared stories and names.';
COMMENT ON COLUMN core.entity_merges.confidence IS 'How sure, 0 to 1.';
COMMENT ON COLUMN core.entity_merges.run_id IS 'The run that made it.';
COMMENT ON COLUMN core.entity_merges.made_at IS 'When.';
COMMENT ON COLUMN core.entity_merges.undone_run_id IS 'The run that undid it.';
COMMENT ON COLUMN core.entity_merges.undone_at IS 'When it was undone; null while it holds.';

CREATE TABLE core.entity_pins (
    kind text NOT NULL,
    name_key text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('same_as', 'never', 'wikidata_id', 'shown_as')),
    value text NOT NULL,
    pinned_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, name_key, decision, value)
);
COMMENT ON TABLE core.entity_pins IS 'What people decided of entities: the lines of seeds/entities.csv at the last run.';
COMMENT ON COLUMN core.entity_pins.kind IS 'Kind of the name.';
COMMENT ON COLUMN core.entity_pins.name_key IS 'The name, in the form it is known by.';
COMMENT ON COLUMN core.entity_pins.decision IS 'same_as: always joins with value; never: never does; wikidata_id, shown_as: its entity has it.';
COMMENT ON COLUMN core.entity_pins.value IS 'The other name''s key, the item, or the name to show.';
COMMENT ON COLUMN core.entity_pins.pinned_at IS 'When a run first read it.';
