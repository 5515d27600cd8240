-- Why: what texts say: every fact a row, with its characters, its extractor and a confidence.
-- Safe because: new tables.
-- Undo: DROP TABLE core.keywords, core.places, core.times, core.figures, core.quote_fragments, core.quotes, core.mentions, core.entities, core.extractions;
CREATE TABLE core.extractions (
    extraction_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text_id bigint NOT NULL REFERENCES core.texts,
    extractor text NOT NULL,
    config_hash text NOT NULL,
    language text NOT NULL,
    reference_at timestamptz,
    is_current boolean NOT NULL DEFAULT true,
    extracted_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (text_id, config_hash)
);
CREATE UNIQUE INDEX extractions_current_idx ON core.extractions (text_id) WHERE is_current;
COMMENT ON TABLE core.extractions IS 'One pass of one extractor, in one configuration, over one text.';
COMMENT ON COLUMN core.extractions.extraction_id IS 'Number of the extraction.';
COMMENT ON COLUMN core.extractions.text_id IS 'The text.';
COMMENT ON COLUMN core.extractions.extractor IS 'Extractor and version.';
COMMENT ON COLUMN core.extractions.config_hash IS 'Hash of everything that decides its result: extractor, model and version, options.';
COMMENT ON COLUMN core.extractions.language IS 'Language the text was read in.';
COMMENT ON COLUMN core.extractions.reference_at IS 'The instant that relative times were resolved against; null where none was known.';
COMMENT ON COLUMN core.extractions.is_current IS 'Whether its facts are the ones the views show.';
COMMENT ON COLUMN core.extractions.extracted_at IS 'When it was done.';

CREATE TABLE core.entities (
    entity_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'place', 'group', 'event', 'product', 'work', 'law')),
    name text NOT NULL,
    name_key text NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, name_key)
);
CREATE INDEX entities_name_idx ON core.entities USING gin (name gin_trgm_ops);
COMMENT ON TABLE core.entities IS 'People, organisations, places and other things that mentions name.';
COMMENT ON COLUMN core.entities.entity_id IS 'Number of the entity.';
COMMENT ON COLUMN core.entities.kind IS 'What it is.';
COMMENT ON COLUMN core.entities.name IS 'The form it is shown by: the fullest seen first.';
COMMENT ON COLUMN core.entities.name_key IS 'The form it is known by: lower case, without accents and punctuation.';
COMMENT ON COLUMN core.entities.first_seen_at IS 'When it was first mentioned in a text we stored.';
COMMENT ON COLUMN core.entities.last_seen_at IS 'When it was last mentioned in one.';

CREATE TABLE core.mentions (
    mention_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    label text NOT NULL,
    role text,
    entity_id bigint NOT NULL REFERENCES core.entities,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
CREATE INDEX mentions_text_idx ON core.mentions (text_id);
CREATE INDEX mentions_entity_idx ON core.mentions (entity_id);
COMMENT ON TABLE core.mentions IS 'Names in texts.';
COMMENT ON COLUMN core.mentions.mention_id IS 'Number of the mention.';
COMMENT ON COLUMN core.mentions.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.mentions.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.mentions.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.mentions.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.mentions.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.mentions.label IS 'PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT, WORK_OF_ART or LAW.';
COMMENT ON COLUMN core.mentions.role IS 'Title or role written beside the name: President.';
COMMENT ON COLUMN core.mentions.entity_id IS 'What it names.';
COMMENT ON COLUMN core.mentions.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE TABLE core.quotes (
    quote_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    speaker_start_char integer,
    speaker_end_char integer,
    speaker_text text,
    speaker_entity_id bigint REFERENCES core.entities,
    cue_start_char integer,
    cue_end_char integer,
    cue_text text,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
CREATE INDEX quotes_text_idx ON core.quotes (text_id);
CREATE INDEX quotes_speaker_idx ON core.quotes (speaker_entity_id);
COMMENT ON TABLE core.quotes IS 'Things said, with their speakers where the text names them.';
COMMENT ON COLUMN core.quotes.quote_id IS 'Number of the quote.';
COMMENT ON COLUMN core.quotes.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.quotes.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.quotes.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.quotes.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.quotes.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.quotes.kind IS 'direct: all in quotation marks; indirect: none; mixed: in part.';
COMMENT ON COLUMN core.quotes.speaker_start_char IS 'Where the speaker is written; null where no speaker was found.';
COMMENT ON COLUMN core.quotes.speaker_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.quotes.speaker_text IS 'The speaker as written: a pronoun stays the pronoun.';
COMMENT ON COLUMN core.quotes.speaker_entity_id IS 'Who that is.';
COMMENT ON COLUMN core.quotes.cue_start_char IS 'Where the cue (said, according to) is written.';
COMMENT ON COLUMN core.quotes.cue_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.quotes.cue_text IS 'The cue as written.';
COMMENT ON COLUMN core.quotes.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE TABLE core.quote_fragments (
    quote_id bigint NOT NULL REFERENCES core.quotes ON DELETE CASCADE,
    number smallint NOT NULL,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (quote_id, number),
    CHECK (start_char >= 0 AND end_char > start_char)
);
COMMENT ON TABLE core.quote_fragments IS 'The parts of a quote that its cue interrupts; a whole quote has one.';
COMMENT ON COLUMN core.quote_fragments.quote_id IS 'The quote.';
COMMENT ON COLUMN core.quote_fragments.number IS '1 for the first part.';
COMMENT ON COLUMN core.quote_fragments.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.quote_fragments.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.quote_fragments.text IS 'The characters from start_char to end_char.';

CREATE TABLE core.figures (
    figure_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    what text NOT NULL,
    low numeric,
    high numeric,
    bound text NOT NULL CHECK (bound IN ('exact', 'at_least', 'at_most', 'about', 'between')),
    unit text,
    place_text text,
    attributed_to text,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
CREATE INDEX figures_text_idx ON core.figures (text_id);
CREATE INDEX figures_what_idx ON core.figures (what);
COMMENT ON TABLE core.figures IS 'Numbers that are reported of something.';
COMMENT ON COLUMN core.figures.figure_id IS 'Number of the figure.';
COMMENT ON COLUMN core.figures.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.figures.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.figures.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.figures.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.figures.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.figures.what IS 'What is counted: killed, wounded, missing, arrested, displaced, protesters, money, percent, … or the noun.';
COMMENT ON COLUMN core.figures.low IS 'Least value; null where there is no lower bound.';
COMMENT ON COLUMN core.figures.high IS 'Greatest value; null where there is no upper bound.';
COMMENT ON COLUMN core.figures.bound IS 'How the value is bounded.';
COMMENT ON COLUMN core.figures.unit IS 'person, an ISO 4217 currency code, percent, fraction, or a singular noun.';
COMMENT ON COLUMN core.figures.place_text IS 'The place the sentence gives for it, as written.';
COMMENT ON COLUMN core.figures.attributed_to IS 'To whom the sentence attributes it, as written.';
COMMENT ON COLUMN core.figures.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE TABLE core.times (
    time_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    type text NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
    value text,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char)
);
CREATE INDEX times_text_idx ON core.times (text_id);
COMMENT ON TABLE core.times IS 'Times that texts speak of.';
COMMENT ON COLUMN core.times.time_id IS 'Number of the time expression.';
COMMENT ON COLUMN core.times.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.times.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.times.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.times.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.times.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.times.type IS 'Type, as in TIMEX3.';
COMMENT ON COLUMN core.times.value IS 'ISO 8601 value, as in TIMEX3; null where it cannot be told.';
COMMENT ON COLUMN core.times.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE TABLE core.places (
    place_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    start_char integer NOT NULL,
    end_char integer NOT NULL,
    text text NOT NULL,
    name text NOT NULL,
    country text,
    lat double precision CHECK (lat BETWEEN -90 AND 90),
    lon double precision CHECK (lon BETWEEN -180 AND 180),
    geonames_id bigint,
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    UNIQUE (extraction_id, start_char, end_char),
    CHECK (start_char >= 0 AND end_char > start_char),
    CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX places_text_idx ON core.places (text_id);
CREATE INDEX places_geonames_idx ON core.places (geonames_id);
COMMENT ON TABLE core.places IS 'Places named in texts, with their positions where they could be told.';
COMMENT ON COLUMN core.places.place_id IS 'Number of the place mention.';
COMMENT ON COLUMN core.places.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.places.text_id IS 'The text the offsets count in.';
COMMENT ON COLUMN core.places.start_char IS 'Where it begins, in characters from 0.';
COMMENT ON COLUMN core.places.end_char IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.places.text IS 'The characters from start_char to end_char.';
COMMENT ON COLUMN core.places.name IS 'The gazetteer''s name, or the text''s own where it has none.';
COMMENT ON COLUMN core.places.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN core.places.lat IS 'Latitude in degrees, WGS 84.';
COMMENT ON COLUMN core.places.lon IS 'Longitude in degrees, WGS 84.';
COMMENT ON COLUMN core.places.geonames_id IS 'Its number in GeoNames.';
COMMENT ON COLUMN core.places.confidence IS 'How sure the extractor is, 0 to 1.';

CREATE TABLE core.keywords (
    extraction_id bigint NOT NULL REFERENCES core.extractions ON DELETE CASCADE,
    text_id bigint NOT NULL REFERENCES core.texts,
    keyword text NOT NULL,
    score real NOT NULL,
    PRIMARY KEY (extraction_id, keyword)
);
CREATE INDEX keywords_text_idx ON core.keywords (text_id);
COMMENT ON TABLE core.keywords IS 'Words and phrases that tell what a text is about.';
COMMENT ON COLUMN core.keywords.extraction_id IS 'The extraction that found it.';
COMMENT ON COLUMN core.keywords.text_id IS 'The text.';
COMMENT ON COLUMN core.keywords.keyword IS 'The word or phrase.';
COMMENT ON COLUMN core.keywords.score IS 'How well it tells, higher is better.';
