-- Why: articles on the same event belong together, and nothing is deleted for it.
-- Safe because: new tables.
-- Undo: DROP TABLE core.term_counts, core.story_terms, core.story_articles, core.stories;
CREATE TABLE core.stories (
    story_id text PRIMARY KEY,
    label text NOT NULL,
    lead_article_id bigint NOT NULL REFERENCES core.articles,
    first_published_at timestamptz NOT NULL,
    last_published_at timestamptz NOT NULL,
    size integer NOT NULL,
    cohesion real NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stories_last_idx ON core.stories (last_published_at);
COMMENT ON TABLE core.stories IS 'Events that articles report on.';
COMMENT ON COLUMN core.stories.story_id IS 'Stable name, made from the story''s first article.';
COMMENT ON COLUMN core.stories.label IS 'What it is called: the headline of its lead article.';
COMMENT ON COLUMN core.stories.lead_article_id IS 'The article that stands for it.';
COMMENT ON COLUMN core.stories.first_published_at IS 'When its first article was published (or first seen, where undated).';
COMMENT ON COLUMN core.stories.last_published_at IS 'When its last article was published, likewise.';
COMMENT ON COLUMN core.stories.size IS 'Independent texts it was grouped from.';
COMMENT ON COLUMN core.stories.cohesion IS 'Mean likeness (cosine) of their pairs, 0 to 1; 0 for one text.';
COMMENT ON COLUMN core.stories.first_seen_at IS 'When it was first grouped.';
COMMENT ON COLUMN core.stories.updated_at IS 'When its articles last changed.';

CREATE TABLE core.story_articles (
    article_id bigint PRIMARY KEY REFERENCES core.articles,
    story_id text NOT NULL REFERENCES core.stories,
    version_id bigint NOT NULL REFERENCES core.article_versions,
    reason text NOT NULL,
    score real NOT NULL,
    grouped_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX story_articles_story_idx ON core.story_articles (story_id);
COMMENT ON TABLE core.story_articles IS 'Which story each article belongs to, and why.';
COMMENT ON COLUMN core.story_articles.article_id IS 'The article.';
COMMENT ON COLUMN core.story_articles.story_id IS 'Its story.';
COMMENT ON COLUMN core.story_articles.version_id IS 'The version it was grouped by.';
COMMENT ON COLUMN core.story_articles.reason IS 'first_of_story, copy or same_event.';
COMMENT ON COLUMN core.story_articles.score IS 'How strongly it belongs, 0 to 1.';
COMMENT ON COLUMN core.story_articles.grouped_at IS 'When it was put there.';

CREATE TABLE core.story_terms (
    story_id text NOT NULL REFERENCES core.stories ON DELETE CASCADE,
    term text NOT NULL,
    weight real NOT NULL,
    PRIMARY KEY (story_id, term)
);
CREATE INDEX story_terms_term_idx ON core.story_terms (term, weight DESC);
COMMENT ON TABLE core.story_terms IS 'What each story is about: the heaviest terms of its mean vector, by which later articles find it.';
COMMENT ON COLUMN core.story_terms.story_id IS 'The story.';
COMMENT ON COLUMN core.story_terms.term IS 'The term: a word, a name (@) or a figure (#).';
COMMENT ON COLUMN core.story_terms.weight IS 'Its weight in the mean vector.';

CREATE TABLE core.term_counts (
    term text PRIMARY KEY,
    texts bigint NOT NULL
);
COMMENT ON TABLE core.term_counts IS 'In how many independent texts each term stands, for its rarity.';
COMMENT ON COLUMN core.term_counts.term IS 'The term; the empty one counts all texts.';
COMMENT ON COLUMN core.term_counts.texts IS 'Number of independent texts grouped so far that hold it.';
