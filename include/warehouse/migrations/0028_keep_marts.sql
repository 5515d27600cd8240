-- Why: marts that grow with the news are kept as tables and brought up to date article by article: which entities appear where, how often a day, and what changed between versions.
-- Safe because: new, empty tables; the next refresh of the marts fills them in batches. Three indexes on tables with rows hold writers up for about a second a million rows.
-- Undo: DROP INDEX core.articles_version_idx, core.articles_gone_idx, core.article_versions_edits_idx; DROP TABLE core.edit_changes, core.entity_days, core.appearances, core.summarized_articles CASCADE; then migrate, which makes the views anew.
CREATE TABLE core.summarized_articles (
    article_id bigint PRIMARY KEY REFERENCES core.articles,
    version_id bigint NOT NULL,
    root_text_id bigint NOT NULL,
    story_id text,
    extraction_id bigint,
    publisher_id bigint NOT NULL,
    published_at timestamptz NOT NULL,
    day date NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX summarized_articles_day_idx ON core.summarized_articles (day);
CREATE INDEX summarized_articles_root_idx ON core.summarized_articles (root_text_id);
CREATE INDEX summarized_articles_story_idx ON core.summarized_articles (story_id);
COMMENT ON TABLE core.summarized_articles IS 'Derived: the state in which each article was last read for the marts. An article whose state differs is read again.';
COMMENT ON COLUMN core.summarized_articles.article_id IS 'The article.';
COMMENT ON COLUMN core.summarized_articles.version_id IS 'Its newest version then.';
COMMENT ON COLUMN core.summarized_articles.root_text_id IS 'Its text, or the text that is a copy of.';
COMMENT ON COLUMN core.summarized_articles.story_id IS 'Its story then.';
COMMENT ON COLUMN core.summarized_articles.extraction_id IS 'The newest current extraction of any of its versions.';
COMMENT ON COLUMN core.summarized_articles.publisher_id IS 'Who published it.';
COMMENT ON COLUMN core.summarized_articles.published_at IS 'When it was published, or first seen where undated.';
COMMENT ON COLUMN core.summarized_articles.day IS 'Its day, UTC.';
COMMENT ON COLUMN core.summarized_articles.made_by IS 'Digest of the statements that read it: where they change, it is read again.';
COMMENT ON COLUMN core.summarized_articles.made_at IS 'When it was read.';

CREATE TABLE core.appearances (
    article_id bigint NOT NULL REFERENCES core.articles,
    name_id bigint NOT NULL,
    entity_id bigint NOT NULL,
    day date NOT NULL,
    mentions integer NOT NULL,
    PRIMARY KEY (article_id, name_id)
);
CREATE INDEX appearances_entity_idx ON core.appearances (entity_id, day);
CREATE INDEX appearances_name_idx ON core.appearances (name_id);
CREATE INDEX appearances_day_idx ON core.appearances (day);
COMMENT ON TABLE core.appearances IS 'Derived: which names stand in each article''s newest version, and which entities they mean there.';
COMMENT ON COLUMN core.appearances.article_id IS 'The article.';
COMMENT ON COLUMN core.appearances.name_id IS 'The name (core.entities).';
COMMENT ON COLUMN core.appearances.entity_id IS 'The entity it stands for in this text.';
COMMENT ON COLUMN core.appearances.day IS 'The day (UTC) the article was published, or first seen where undated.';
COMMENT ON COLUMN core.appearances.mentions IS 'How often the text has it.';

CREATE TABLE core.entity_days (
    entity_id bigint NOT NULL,
    day date NOT NULL,
    articles integer NOT NULL,
    independent_texts integer NOT NULL,
    stories integer NOT NULL,
    PRIMARY KEY (entity_id, day)
);
CREATE INDEX entity_days_day_idx ON core.entity_days (day);
COMMENT ON TABLE core.entity_days IS 'Derived: how often each entity is reported on a day, on three levels. Days without it have no row.';
COMMENT ON COLUMN core.entity_days.entity_id IS 'The entity.';
COMMENT ON COLUMN core.entity_days.day IS 'The day, UTC.';
COMMENT ON COLUMN core.entity_days.articles IS 'Articles of that day that mention it.';
COMMENT ON COLUMN core.entity_days.independent_texts IS 'Their texts, each copied text once.';
COMMENT ON COLUMN core.entity_days.stories IS 'Their stories.';

CREATE TABLE core.edit_changes (
    version_id bigint NOT NULL REFERENCES core.article_versions,
    number integer NOT NULL,
    what text NOT NULL CHECK (what IN ('headline', 'passage', 'quote', 'figure', 'name')),
    change text NOT NULL CHECK (change IN ('changed', 'added', 'removed')),
    old text,
    new text,
    detail text,
    is_notice boolean NOT NULL DEFAULT false,
    PRIMARY KEY (version_id, number)
);
COMMENT ON TABLE core.edit_changes IS 'Derived: what a version of an article has otherwise than the version before.';
COMMENT ON COLUMN core.edit_changes.version_id IS 'The later version.';
COMMENT ON COLUMN core.edit_changes.number IS '1 for its first change, and so on.';
COMMENT ON COLUMN core.edit_changes.what IS 'headline, passage (a paragraph), quote, figure or name.';
COMMENT ON COLUMN core.edit_changes.change IS 'changed, added or removed.';
COMMENT ON COLUMN core.edit_changes.old IS 'What stood there; null where it was added.';
COMMENT ON COLUMN core.edit_changes.new IS 'What stands there now; null where it was removed.';
COMMENT ON COLUMN core.edit_changes.detail IS 'Of a figure, what it counts; of a quote, its speaker; of a name, its kind.';
COMMENT ON COLUMN core.edit_changes.is_notice IS 'Whether it is a passage that speaks of a correction or update (English, French, German, Spanish).';

-- squawk-ignore require-concurrent-index-creation
CREATE INDEX articles_version_idx ON core.articles (version_id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX articles_gone_idx ON core.articles (gone_at) WHERE gone_at IS NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX article_versions_edits_idx ON core.article_versions (fetched_at) WHERE number > 1;
