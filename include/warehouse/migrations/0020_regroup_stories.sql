-- Why: stories must not depend on the order in which articles came: what new articles touch is clustered again as a whole, and what merged, split or moved is told.
-- Safe because: new tables and columns, all empty; the next run groups every article anew from its text and keeps the names of stories where it can. Only core.story_terms goes, which held nothing that cannot be made again.
-- Undo: DROP TABLE core.story_events, core.text_links, core.text_terms, core.grouped_texts; ALTER TABLE core.stories DROP COLUMN names CASCADE, DROP COLUMN merged_into CASCADE, DROP COLUMN continues CASCADE, DROP COLUMN continues_score CASCADE; ALTER TABLE core.story_articles DROP COLUMN text_id CASCADE; ALTER TABLE core.articles DROP COLUMN grouped_version_id; ALTER TABLE core.texts DROP COLUMN grouped_as; TRUNCATE core.term_counts, core.story_articles, core.stories CASCADE; create core.story_terms as in 0007; then migrate, which makes the views anew.
DROP TABLE core.story_terms;
TRUNCATE core.term_counts;
COMMENT ON TABLE core.term_counts IS 'In how many independent texts each term stands, for its rarity.';
COMMENT ON COLUMN core.term_counts.texts IS 'Number of independent texts that hold it.';

ALTER TABLE core.texts ADD COLUMN grouped_as bigint;
COMMENT ON COLUMN core.texts.grouped_as IS 'The independent text it counted as when it was last read for grouping; null while that is due.';
CREATE INDEX texts_unread_idx ON core.texts (text_id)
    WHERE fingerprinted_at IS NOT NULL AND grouped_as IS DISTINCT FROM coalesce(copy_of, text_id);

ALTER TABLE core.articles ADD COLUMN grouped_version_id bigint;
COMMENT ON COLUMN core.articles.grouped_version_id IS 'The version it was last grouped by; null while that is due.';
CREATE INDEX articles_ungrouped_idx ON core.articles (article_id)
    WHERE grouped_version_id IS DISTINCT FROM version_id;

ALTER TABLE core.stories
    ADD COLUMN names text[] NOT NULL DEFAULT '{}',
    ADD COLUMN merged_into text REFERENCES core.stories,
    ADD COLUMN continues text REFERENCES core.stories,
    ADD COLUMN continues_score real,
    ADD CHECK (continues IS DISTINCT FROM story_id),
    ADD CHECK (merged_into IS DISTINCT FROM story_id);
CREATE INDEX stories_continues_idx ON core.stories (continues) WHERE continues IS NOT NULL;
COMMENT ON COLUMN core.stories.names IS 'People, bodies and places that most of its texts name, the most shared first.';
COMMENT ON COLUMN core.stories.merged_into IS 'The story that most of its texts went to, where none is left in it.';
COMMENT ON COLUMN core.stories.continues IS 'The earlier story that it continues: only time kept the two apart.';
COMMENT ON COLUMN core.stories.continues_score IS 'How alike the two are, 0 to 1, days left aside.';
COMMENT ON COLUMN core.stories.story_id IS 'Stable name, made from the article that the story began with when it was named.';

CREATE TABLE core.grouped_texts (
    text_id bigint PRIMARY KEY REFERENCES core.texts,
    published_at timestamptz NOT NULL,
    first_article_id bigint NOT NULL REFERENCES core.articles,
    terms jsonb NOT NULL,
    names text[] NOT NULL,
    story_id text REFERENCES core.stories,
    opens_story boolean NOT NULL DEFAULT false,
    score real,
    placed_among bigint
);
CREATE INDEX grouped_texts_story_idx ON core.grouped_texts (story_id);
CREATE INDEX grouped_texts_published_idx ON core.grouped_texts (published_at);
CREATE INDEX grouped_texts_due_idx ON core.grouped_texts (published_at, text_id) WHERE placed_among IS NULL;
COMMENT ON TABLE core.grouped_texts IS 'Independent texts as grouping sees them. Articles follow the text they carry or copy.';
COMMENT ON COLUMN core.grouped_texts.text_id IS 'The text.';
COMMENT ON COLUMN core.grouped_texts.published_at IS 'When it was first published (or first seen, where undated).';
COMMENT ON COLUMN core.grouped_texts.first_article_id IS 'The earliest article with it.';
COMMENT ON COLUMN core.grouped_texts.terms IS 'Its terms with their counts: words, names (@), figures (#).';
COMMENT ON COLUMN core.grouped_texts.names IS 'People, bodies, events and places found in it.';
COMMENT ON COLUMN core.grouped_texts.story_id IS 'Its story.';
COMMENT ON COLUMN core.grouped_texts.opens_story IS 'Whether it is the first text of its story.';
COMMENT ON COLUMN core.grouped_texts.score IS 'Mean likeness to the other texts of its story, 0 to 1; 1 for the first.';
COMMENT ON COLUMN core.grouped_texts.placed_among IS 'How many texts were known when it was placed; null while it waits to be placed.';

CREATE TABLE core.text_terms (
    term text NOT NULL,
    published_at timestamptz NOT NULL,
    text_id bigint NOT NULL REFERENCES core.grouped_texts ON DELETE CASCADE,
    PRIMARY KEY (term, published_at, text_id)
);
CREATE INDEX text_terms_text_idx ON core.text_terms (text_id);
COMMENT ON TABLE core.text_terms IS 'The terms that tell most of a text, by which texts of the same days find it.';
COMMENT ON COLUMN core.text_terms.term IS 'The term.';
COMMENT ON COLUMN core.text_terms.published_at IS 'When the text was published.';
COMMENT ON COLUMN core.text_terms.text_id IS 'The text.';

CREATE TABLE core.text_links (
    text_id bigint NOT NULL REFERENCES core.grouped_texts ON DELETE CASCADE,
    other_id bigint NOT NULL REFERENCES core.grouped_texts ON DELETE CASCADE,
    likeness real NOT NULL,
    PRIMARY KEY (text_id, other_id)
);
CREATE INDEX text_links_other_idx ON core.text_links (other_id);
COMMENT ON TABLE core.text_links IS 'Texts alike enough that they may be of one story, each pair both ways.';
COMMENT ON COLUMN core.text_links.text_id IS 'One text.';
COMMENT ON COLUMN core.text_links.other_id IS 'The other.';
COMMENT ON COLUMN core.text_links.likeness IS 'How alike they were when the later of the two was placed, 0 to 1.';

ALTER TABLE core.story_articles ADD COLUMN text_id bigint REFERENCES core.texts;
CREATE INDEX story_articles_text_idx ON core.story_articles (text_id);
COMMENT ON COLUMN core.story_articles.text_id IS 'The independent text through which it belongs to the story.';

CREATE TABLE core.story_events (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('merged', 'split', 'moved')),
    from_story_id text NOT NULL REFERENCES core.stories,
    to_story_id text NOT NULL REFERENCES core.stories,
    texts integer NOT NULL,
    score real NOT NULL,
    run_id text NOT NULL,
    happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX story_events_from_idx ON core.story_events (from_story_id);
CREATE INDEX story_events_to_idx ON core.story_events (to_story_id);
COMMENT ON TABLE core.story_events IS 'Texts that went from one story to another when their surroundings were clustered again.';
COMMENT ON COLUMN core.story_events.event_id IS 'Number of the event.';
COMMENT ON COLUMN core.story_events.kind IS 'merged: nothing is left of the story they were in; split: they make a new one; moved: both go on.';
COMMENT ON COLUMN core.story_events.from_story_id IS 'The story they were in.';
COMMENT ON COLUMN core.story_events.to_story_id IS 'The story they are in since.';
COMMENT ON COLUMN core.story_events.texts IS 'How many independent texts went.';
COMMENT ON COLUMN core.story_events.score IS 'How alike they are on average to the rest of the story they went to, 0 to 1.';
COMMENT ON COLUMN core.story_events.run_id IS 'The run.';
COMMENT ON COLUMN core.story_events.happened_at IS 'When.';
