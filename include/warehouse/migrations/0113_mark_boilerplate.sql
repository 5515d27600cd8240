-- Why: what a publisher repeats in many bodies (classifieds, appeals, notices) was searched, counted and compared as news.
-- Safe because: new tables and functions; the next run reads every article into the marts again, as it does after each change of their statements.
-- Undo: DROP FUNCTION core.own_words, core.boilerplate_in; DROP TABLE core.boilerplate_spans CASCADE; DROP TABLE core.boilerplate, core.text_passages; DROP FUNCTION core.passages_of; then migrate, which makes the views anew.
CREATE FUNCTION core.passages_of(body text, OUT key bigint, OUT start_char integer, OUT end_char integer)
RETURNS SETOF record LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT hashtextextended(btrim(lower(regexp_replace(passage, '[^[:alnum:]]+', ' ', 'g'))), 0),
           start_char::integer,
           (start_char + length(passage))::integer
    FROM (
        SELECT passage,
               sum(length(passage) + 1) OVER (ORDER BY place) - length(passage) - 1 AS start_char
        FROM regexp_split_to_table(left(body, 100000), '\n') WITH ORDINALITY AS split (passage, place)
    ) AS placed
    WHERE length(passage) BETWEEN 20 AND 600 AND passage ~ '[[:alpha:]]{3}'
    LIMIT 500
$$;
COMMENT ON FUNCTION core.passages_of IS 'The passages (lines) of a body of 20 to 600 characters, each by a hash of its words and where it stands.';

CREATE TABLE core.text_passages (
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    key bigint NOT NULL,
    text_id bigint NOT NULL REFERENCES core.texts ON DELETE CASCADE,
    PRIMARY KEY (publisher_id, key, text_id)
);
CREATE INDEX text_passages_text_idx ON core.text_passages (text_id);
COMMENT ON TABLE core.text_passages IS 'Derived: passages at the beginning and the end of texts (the first three, the last eight), by which those are found that a publisher repeats.';
COMMENT ON COLUMN core.text_passages.publisher_id IS 'Who published the text.';
COMMENT ON COLUMN core.text_passages.key IS 'Hash of the passage, as core.passages_of has it.';
COMMENT ON COLUMN core.text_passages.text_id IS 'The text.';

CREATE TABLE core.boilerplate (
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    key bigint NOT NULL,
    stories integer NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (publisher_id, key)
);
COMMENT ON TABLE core.boilerplate IS 'Derived: passages that a publisher has in texts of three stories and more.';
COMMENT ON COLUMN core.boilerplate.publisher_id IS 'Who repeats it.';
COMMENT ON COLUMN core.boilerplate.key IS 'Hash of its words.';
COMMENT ON COLUMN core.boilerplate.stories IS 'In how many stories it stood when it was found; an article without a story counts as one.';
COMMENT ON COLUMN core.boilerplate.found_at IS 'When that was.';

CREATE TABLE core.boilerplate_spans (
    text_id bigint NOT NULL REFERENCES core.texts ON DELETE CASCADE,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    PRIMARY KEY (text_id, start_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
COMMENT ON TABLE core.boilerplate_spans IS 'Derived: where in texts boilerplate stands.';
COMMENT ON COLUMN core.boilerplate_spans.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.boilerplate_spans.start_char IS 'Where it begins, from 0.';
COMMENT ON COLUMN core.boilerplate_spans.end_char IS 'Where it ends, exclusive.';

CREATE FUNCTION core.boilerplate_in(of_text bigint, body text, OUT start_char integer, OUT end_char integer)
RETURNS SETOF record LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT passages.start_char, passages.end_char
    FROM core.passages_of(body) AS passages
    WHERE passages.key IN (
        SELECT boilerplate.key
        FROM core.article_versions
        JOIN core.articles USING (article_id)
        JOIN core.boilerplate USING (publisher_id)
        WHERE article_versions.text_id = of_text
    )
$$;
COMMENT ON FUNCTION core.boilerplate_in IS 'Where in a text passages stand that one of its publishers repeats.';

CREATE FUNCTION core.own_words(of_text bigint, body text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    own text := body;
    span record;
BEGIN
    FOR span IN
        SELECT found.start_char, found.end_char
        FROM core.boilerplate_in(of_text, body) AS found ORDER BY found.start_char DESC
    LOOP
        own := overlay(own PLACING ' ' FROM span.start_char + 1 FOR span.end_char - span.start_char);
    END LOOP;
    -- A text that is nearly nothing else is told by it.
    RETURN CASE WHEN length(own) >= 100 THEN own ELSE body END;
END $$;
COMMENT ON FUNCTION core.own_words IS 'A body without the passages that its publisher repeats, as search and copies read it; all of it where less than 100 characters would be left.';
