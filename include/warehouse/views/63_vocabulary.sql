-- What the words in kind, bound, status, stage and other closed columns mean.
CREATE VIEW mart.vocabulary AS
SELECT vocabulary, word, explanation, place FROM ops.vocabulary;
COMMENT ON VIEW mart.vocabulary IS 'The words of closed vocabularies, one row a word: kinds of figure and quote, bounds, statuses, stages and more.';
COMMENT ON COLUMN mart.vocabulary.vocabulary IS 'What the word is one of: figure kind, bound, outcome status, …';
COMMENT ON COLUMN mart.vocabulary.word IS 'The word as columns hold it.';
COMMENT ON COLUMN mart.vocabulary.explanation IS 'What it means.';
COMMENT ON COLUMN mart.vocabulary.place IS 'Its place in the order of its vocabulary, from 1.';
