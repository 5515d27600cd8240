-- Why: articles on the same event belong together, and nothing is deleted for it.
-- Safe because: new tables.
-- Undo: DROP TABLE core.story_terms, core.story_articles, core.stories;
CREATE TABLE core.stories (
    story_id text PRIMARY KEY,
    label text NOT NULL,
    lead_article_id bigint NOT NULL REFERENCES core.articles,
    first_published_at timestamptz NOT NULL,
    last_published_at timestamptz NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    merged_into text REFERENCES core.stories,
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
COMMENT ON COLUMN core.stories.is_active IS 'Whether it still has articles; one that lost them all to a merge has not.';
COMMENT ON COLUMN core.stories.merged_into IS 'The story that took its articles.';
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
