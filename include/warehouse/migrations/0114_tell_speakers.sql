-- Why: women and men quoted are counted by what texts say of them, and a speaker who was only the nearest name is told from one who is named.
-- Safe because: new columns; texts read by older rules have none until they are read again.
-- Undo: ALTER TABLE core.quotes DROP COLUMN speaker_basis CASCADE, DROP COLUMN speaker_pronoun_start_char CASCADE, DROP COLUMN speaker_pronoun_end_char CASCADE, DROP COLUMN speaker_pronoun CASCADE, DROP COLUMN speaker_gender CASCADE, DROP COLUMN within_quote_id CASCADE; then migrate, which makes the views anew.
ALTER TABLE core.quotes
    ADD COLUMN speaker_basis text
        CHECK (speaker_basis IN ('named', 'title', 'pronoun', 'described', 'nearest')),
    ADD COLUMN speaker_pronoun_start_char integer,
    ADD COLUMN speaker_pronoun_end_char integer,
    ADD COLUMN speaker_pronoun text,
    ADD COLUMN speaker_gender text CHECK (speaker_gender IN ('f', 'm')),
    ADD COLUMN within_quote_id bigint;
COMMENT ON COLUMN core.quotes.speaker_basis IS 'How the text tells the speaker: named; title (an office held by one it names); pronoun; described (a witness, no name); nearest: the nearest name, and nothing better. Null where there is no speaker.';
COMMENT ON COLUMN core.quotes.speaker_pronoun_start_char IS 'Where the word stands by which the text tells of the speaker''s sex; null where none does.';
COMMENT ON COLUMN core.quotes.speaker_pronoun_end_char IS 'Where that ends, exclusive.';
COMMENT ON COLUMN core.quotes.speaker_pronoun IS 'That word: she, his, Mr. Given names are none.';
COMMENT ON COLUMN core.quotes.speaker_gender IS 'f or m, as that word tells; null where the text does not tell.';
COMMENT ON COLUMN core.quotes.within_quote_id IS 'Number of the quote between whose parts this one stands; null for nearly all.';
COMMENT ON COLUMN core.quotes.confidence IS 'How much speaks for the quote and its speaker, 0 to 1: by hand, not fitted. Kind, cue, how the speaker is told, distance and length count.';
