-- Why: kinds, bounds, statuses and stages stood as words in many places, explained in comments, and had drifted apart.
-- Safe because: a new table; each migration fills it.
-- Undo: DROP TABLE ops.vocabulary CASCADE; then migrate, which makes the views anew.
CREATE TABLE ops.vocabulary (
    vocabulary text,
    word text,
    place integer NOT NULL,
    explanation text NOT NULL,
    PRIMARY KEY (vocabulary, word)
);

COMMENT ON TABLE ops.vocabulary IS 'The words of closed vocabularies, as the code has them: kinds of figure and quote, bounds, statuses, stages and more.';
COMMENT ON COLUMN ops.vocabulary.vocabulary IS 'What the word is one of: figure kind, bound, outcome status, …';
COMMENT ON COLUMN ops.vocabulary.word IS 'The word as columns hold it.';
COMMENT ON COLUMN ops.vocabulary.place IS 'Its place in the order of its vocabulary, from 1.';
COMMENT ON COLUMN ops.vocabulary.explanation IS 'What it means.';
