-- The sentence around some characters: what a fact's evidence is shown by.
-- Sentences end at . ! ? or … before a space and a capital, digit or opening mark; a full
-- stop after one letter or a short title (U.S., Mr., Dr.) ends none. Paragraphs always do.
CREATE FUNCTION mart.sentence(body text, start_char integer, end_char integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
DECLARE
    boundary CONSTANT text :=
        '(?<!\m[[:alpha:]])(?<!\m(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Co|Ltd|vs))'
        '[.!?…]["”’»)\]]*\s+(?=["“‘«„(]?[[:upper:][:digit:]])';
    reach CONSTANT integer := 1500;
    before_text text := substr(body, greatest(1, start_char - reach + 1), least(start_char, reach));
    inside text := substr(body, start_char + 1, end_char - start_char);
    after_text text := regexp_replace(substr(body, end_char + 1, reach), '\n.*$', '');
    at integer;
BEGIN
    before_text := regexp_replace(before_text, '^.*\n', '');
    before_text := regexp_replace(before_text, '^.*' || boundary, '');
    IF inside ~ '[.!?…]["”’»)\]]*$' THEN
        after_text := coalesce((regexp_match(after_text, '^["”’»)\]]+'))[1], '');
    ELSE
        at := regexp_instr(after_text, boundary);
        IF at > 0 THEN
            after_text := substr(after_text, 1, at - 1)
                || (regexp_match(substr(after_text, at), '^[.!?…]["”’»)\]]*'))[1];
        END IF;
    END IF;
    RETURN btrim(before_text || inside || after_text);
END $$;
COMMENT ON FUNCTION mart.sentence IS 'The sentence of body that holds the characters from start_char to end_char. Example: SELECT mart.sentence(body, 0, 4) FROM mart.articles LIMIT 1';
