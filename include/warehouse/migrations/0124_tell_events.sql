-- Why: what happened (who did what to whom) could only be read out of quotes and figures.
-- Safe because: a new table, filled as texts are extracted anew; and two functions made anew.
-- Undo: DROP TABLE core.events CASCADE; then migrate, which makes the views anew.
CREATE TABLE core.events (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'attack', 'arrest', 'charge', 'sentence', 'meet', 'summon', 'appoint', 'resign', 'vote',
        'sign', 'strike', 'protest', 'accident', 'disaster', 'acquire', 'launch')),
    status text NOT NULL
        CHECK (status IN ('actual', 'forecast', 'possible', 'negated', 'earlier')),
    actor_start_char integer,
    actor_end_char integer,
    actor_text text,
    actor_entity_id bigint REFERENCES core.entities,
    target_start_char integer,
    target_end_char integer,
    target_text text,
    target_entity_id bigint REFERENCES core.entities,
    place_id bigint REFERENCES core.places ON DELETE SET NULL,
    time_id bigint REFERENCES core.times ON DELETE SET NULL,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char),
    CHECK ((actor_start_char IS NULL) = (actor_text IS NULL)),
    CHECK ((target_start_char IS NULL) = (target_text IS NULL))
);
CREATE INDEX events_text_idx ON core.events (text_id);
CREATE INDEX events_actor_idx ON core.events (actor_entity_id) WHERE actor_entity_id IS NOT NULL;
CREATE INDEX events_target_idx ON core.events (target_entity_id) WHERE target_entity_id IS NOT NULL;
CREATE INDEX events_place_idx ON core.events (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX events_time_idx ON core.events (time_id) WHERE time_id IS NOT NULL;
COMMENT ON TABLE core.events IS 'What happened, as texts tell it: at the word that tells of it, with who did it and whom it befell.';
COMMENT ON COLUMN core.events.event_id IS 'Number of the event mention.';
COMMENT ON COLUMN core.events.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.events.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.events.start_char IS 'Where the word that tells of it begins, in characters from 0.';
COMMENT ON COLUMN core.events.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.events.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.events.kind IS 'attack, arrest, charge, sentence, meet, summon, appoint, resign, vote, sign, strike, protest, accident, disaster, acquire or launch.';
COMMENT ON COLUMN core.events.status IS 'actual, forecast (planned, expected), possible (may have, alleged), negated (denied, averted) or earlier (of a time well before the text).';
COMMENT ON COLUMN core.events.actor_start_char IS 'Where it is written who did it; null where the text does not tell.';
COMMENT ON COLUMN core.events.actor_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.events.actor_text IS 'Who did it, as written.';
COMMENT ON COLUMN core.events.actor_entity_id IS 'Who that is, where it is a name or stands for one.';
COMMENT ON COLUMN core.events.target_start_char IS 'Where it is written whom or what it befell; null where the text does not tell.';
COMMENT ON COLUMN core.events.target_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.events.target_text IS 'Whom or what it befell, as written.';
COMMENT ON COLUMN core.events.target_entity_id IS 'Who that is, where it is a name or stands for one.';
COMMENT ON COLUMN core.events.place_id IS 'The place its sentence gives.';
COMMENT ON COLUMN core.events.time_id IS 'The day its sentence gives.';
COMMENT ON COLUMN core.events.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE OR REPLACE FUNCTION core.facts_of(of_extraction bigint)
RETURNS TABLE (kind text, start_char integer, end_char integer, told text)
LANGUAGE sql STABLE AS $$
    SELECT 'name', start_char, end_char, concat_ws(', ', label, name, role)
    FROM core.mentions JOIN core.entities USING (entity_id) WHERE extraction_id = of_extraction
    UNION ALL
    SELECT 'quote', start_char, end_char, concat_ws(', ', kind, 'by ' || speaker_text)
    FROM core.quotes WHERE extraction_id = of_extraction
    UNION ALL
    SELECT 'figure', start_char, end_char, concat_ws(' ', what, bound, low, high, unit)
    FROM core.figures WHERE extraction_id = of_extraction
    UNION ALL
    SELECT 'time', start_char, end_char, concat_ws(' ', type, value, mod)
    FROM core.times WHERE extraction_id = of_extraction
    UNION ALL
    SELECT 'place', start_char, end_char, concat_ws(', ', name, country, geonames_id)
    FROM core.places WHERE extraction_id = of_extraction
    UNION ALL
    SELECT 'event', start_char, end_char,
           concat_ws(', ', kind, status, 'by ' || actor_text, 'of ' || target_text)
    FROM core.events WHERE extraction_id = of_extraction
$$;
COMMENT ON FUNCTION core.facts_of(bigint) IS 'The facts of an extraction, each with its characters and its value in words.';
