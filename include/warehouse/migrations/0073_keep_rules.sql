-- Why: rows did not say by which rules they were made, so an upgraded warehouse mixed old and new facts and nothing told them apart or renewed them.
-- Safe because: new columns with constant defaults, and a new table. What is there already has no rules and gives way piece by piece.
-- Undo: DROP TABLE ops.rules; ALTER TABLE core.extractions DROP COLUMN rules CASCADE; ALTER TABLE core.texts DROP COLUMN is_renewed CASCADE, DROP COLUMN compared_by CASCADE; ALTER TABLE core.grouped_texts DROP COLUMN read_by CASCADE; ALTER TABLE ops.exports DROP COLUMN made_by; then migrate, which makes the views anew.
ALTER TABLE core.extractions ADD COLUMN rules jsonb NOT NULL DEFAULT '{}';
ALTER TABLE core.texts ADD COLUMN is_renewed boolean NOT NULL DEFAULT false;
ALTER TABLE core.texts ADD COLUMN compared_by text;
ALTER TABLE core.grouped_texts ADD COLUMN read_by text;
ALTER TABLE ops.exports ADD COLUMN made_by text;

CREATE TABLE ops.rules (
    stage text NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    rules text NOT NULL,
    version text NOT NULL,
    is_present boolean NOT NULL,
    first_used_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stage, kind, language, rules)
);

COMMENT ON COLUMN core.extractions.rules IS 'By which rules each kind of fact was found: a digest by kind; empty for extractions made before this was kept.';
COMMENT ON COLUMN core.texts.is_renewed IS 'Whether its facts, made by old rules, are to be made again by the next run.';
COMMENT ON COLUMN core.texts.compared_by IS 'Digest of the rules by which its copies were last looked for.';
COMMENT ON COLUMN core.grouped_texts.read_by IS 'Digest of the rules by which it was last read and placed.';
COMMENT ON COLUMN ops.exports.made_by IS 'Digest of the statements, views and code that made its files: where it changes, the day is made anew.';
COMMENT ON TABLE ops.rules IS 'Rules that were in force here: digests of the code and word lists that decide.';
COMMENT ON COLUMN ops.rules.stage IS 'The stage whose rules they are.';
COMMENT ON COLUMN ops.rules.kind IS 'What they make: page, names, quotes, figures, times, places, keywords, copy or story.';
COMMENT ON COLUMN ops.rules.language IS 'Language they are for; * where they are for all, or all others.';
COMMENT ON COLUMN ops.rules.rules IS 'The digest.';
COMMENT ON COLUMN ops.rules.version IS 'Version of Dateline that first used them here.';
COMMENT ON COLUMN ops.rules.is_present IS 'Whether they were the rules of the last run.';
COMMENT ON COLUMN ops.rules.first_used_at IS 'When a run first used them.';
COMMENT ON COLUMN ops.rules.last_used_at IS 'When a run last used them.';

CREATE FUNCTION core.facts_of(of_extraction bigint)
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
$$;
COMMENT ON FUNCTION core.facts_of(bigint) IS 'The facts of an extraction, each with its characters and its value in words.';

CREATE FUNCTION core.changes_of_facts(old_extraction bigint, new_extraction bigint)
RETURNS TABLE (kind text, start_char integer, end_char integer, change text, old text, new text)
LANGUAGE sql STABLE AS $$
    SELECT kind, start_char, end_char,
           CASE WHEN before.told IS NULL THEN 'added' WHEN after.told IS NULL THEN 'removed'
                ELSE 'changed' END,
           before.told, after.told
    FROM core.facts_of(old_extraction) AS before
    FULL JOIN core.facts_of(new_extraction) AS after USING (kind, start_char, end_char)
    WHERE before.told IS DISTINCT FROM after.told
$$;
COMMENT ON FUNCTION core.changes_of_facts(bigint, bigint) IS 'What one extraction of a text found otherwise than another: added, removed, changed.';
