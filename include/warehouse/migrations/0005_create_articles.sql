-- Why: articles, every version of each, and the exact texts they share.
-- Safe because: new tables.
-- Undo: DROP TABLE core.fingerprints, core.article_versions, core.articles, core.texts;
CREATE TABLE core.texts (
    text_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 bytea NOT NULL UNIQUE,
    body text NOT NULL,
    language text,
    words integer NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    fingerprinted_at timestamptz,
    copy_of bigint REFERENCES core.texts,
    copy_score real,
    copy_reason text,
    CHECK (copy_of IS DISTINCT FROM text_id)
);
CREATE INDEX texts_unfingerprinted_idx ON core.texts (text_id) WHERE fingerprinted_at IS NULL;
CREATE INDEX texts_copy_idx ON core.texts (copy_of) WHERE copy_of IS NOT NULL;
COMMENT ON TABLE core.texts IS 'Article bodies, each exact text once, whoever published it. Every offset in core counts in body.';
COMMENT ON COLUMN core.texts.text_id IS 'Number of the text.';
COMMENT ON COLUMN core.texts.sha256 IS 'sha256 of body in UTF-8.';
COMMENT ON COLUMN core.texts.body IS 'The text; paragraphs are separated by one newline.';
COMMENT ON COLUMN core.texts.language IS 'Language code found for the text.';
COMMENT ON COLUMN core.texts.words IS 'Number of words.';
COMMENT ON COLUMN core.texts.first_seen_at IS 'When it was first stored.';
COMMENT ON COLUMN core.texts.fingerprinted_at IS 'When copies of it were looked for; null while that is due.';
COMMENT ON COLUMN core.texts.copy_of IS 'The earliest text this one is a copy of; null for an independent text.';
COMMENT ON COLUMN core.texts.copy_score IS 'Share of the shorter text''s words that lie in a sequence of five which the other has.';
COMMENT ON COLUMN core.texts.copy_reason IS 'How the copy was recognised.';

CREATE TABLE core.articles (
    article_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    canonical_url text NOT NULL,
    url_sha256 bytea NOT NULL UNIQUE,
    publisher_id bigint NOT NULL REFERENCES core.publishers,
    version_id bigint,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    gone_at timestamptz
);
CREATE INDEX articles_publisher_idx ON core.articles (publisher_id);
COMMENT ON TABLE core.articles IS 'Published pieces, one a canonical URL.';
COMMENT ON COLUMN core.articles.article_id IS 'Number of the article.';
COMMENT ON COLUMN core.articles.canonical_url IS 'Its identity: the normal form of its URL.';
COMMENT ON COLUMN core.articles.url_sha256 IS 'sha256 of canonical_url, the key.';
COMMENT ON COLUMN core.articles.publisher_id IS 'Who published it.';
COMMENT ON COLUMN core.articles.version_id IS 'Its newest version.';
COMMENT ON COLUMN core.articles.first_seen_at IS 'When its first version was stored.';
COMMENT ON COLUMN core.articles.gone_at IS 'When its page was found deleted; the versions stay.';

CREATE TABLE core.article_versions (
    version_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_id bigint NOT NULL REFERENCES core.articles,
    number integer NOT NULL,
    text_id bigint NOT NULL REFERENCES core.texts,
    title text NOT NULL,
    authors text[] NOT NULL DEFAULT '{}',
    credit text,
    published_at timestamptz,
    published_from text,
    updated_at timestamptz,
    language text,
    language_declared text,
    section text,
    tags text[] NOT NULL DEFAULT '{}',
    image_url text,
    is_free boolean,
    method text NOT NULL,
    method_reason text NOT NULL,
    cleaned_by text NOT NULL,
    page_id bigint NOT NULL REFERENCES core.pages,
    page_sha256 bytea NOT NULL,
    fetched_at timestamptz NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (article_id, number),
    CHECK ((published_at IS NULL) = (published_from IS NULL))
);
CREATE INDEX article_versions_text_idx ON core.article_versions (text_id);
CREATE INDEX article_versions_page_idx ON core.article_versions (page_id);
CREATE INDEX article_versions_published_idx ON core.article_versions (published_at);
ALTER TABLE core.articles ADD FOREIGN KEY (version_id) REFERENCES core.article_versions;
ALTER TABLE core.pages ADD FOREIGN KEY (article_id) REFERENCES core.articles;
COMMENT ON TABLE core.article_versions IS 'What an article said, each time its words changed.';
COMMENT ON COLUMN core.article_versions.version_id IS 'Number of the version, over all articles.';
COMMENT ON COLUMN core.article_versions.article_id IS 'The article.';
COMMENT ON COLUMN core.article_versions.number IS '1 for the first version we saw, and so on.';
COMMENT ON COLUMN core.article_versions.text_id IS 'Its body.';
COMMENT ON COLUMN core.article_versions.title IS 'Headline, without the site''s name.';
COMMENT ON COLUMN core.article_versions.authors IS 'Authors'' names.';
COMMENT ON COLUMN core.article_versions.credit IS 'News agency credited, if any.';
COMMENT ON COLUMN core.article_versions.published_at IS 'When the publisher says it was published; null where nothing says so.';
COMMENT ON COLUMN core.article_versions.published_from IS 'Where that was read: json_ld, meta, time_element, feed, url or text.';
COMMENT ON COLUMN core.article_versions.updated_at IS 'When the publisher says it was last changed.';
COMMENT ON COLUMN core.article_versions.language IS 'Language code found for the text.';
COMMENT ON COLUMN core.article_versions.language_declared IS 'Language code the page or feed declares.';
COMMENT ON COLUMN core.article_versions.section IS 'The site''s section.';
COMMENT ON COLUMN core.article_versions.tags IS 'The site''s own tags.';
COMMENT ON COLUMN core.article_versions.image_url IS 'Main image.';
COMMENT ON COLUMN core.article_versions.is_free IS 'Whether the page says it may be read without paying.';
COMMENT ON COLUMN core.article_versions.method IS 'Which way of finding the body won.';
COMMENT ON COLUMN core.article_versions.method_reason IS 'Why it won.';
COMMENT ON COLUMN core.article_versions.cleaned_by IS 'Cleaner and version.';
COMMENT ON COLUMN core.article_versions.page_id IS 'The page it was read from.';
COMMENT ON COLUMN core.article_versions.page_sha256 IS 'sha256 of that page''s bytes.';
COMMENT ON COLUMN core.article_versions.fetched_at IS 'When that page was fetched: the version stood then.';
COMMENT ON COLUMN core.article_versions.loaded_at IS 'When this row was written.';

CREATE TABLE core.fingerprints (
    hash bigint NOT NULL,
    text_id bigint NOT NULL REFERENCES core.texts,
    PRIMARY KEY (hash, text_id)
);
CREATE INDEX fingerprints_text_idx ON core.fingerprints (text_id);
COMMENT ON TABLE core.fingerprints IS 'Sketches of texts: two texts that share a hash may be copies.';
COMMENT ON COLUMN core.fingerprints.hash IS 'Hash of one of the text''s five-word sequences, 63 bits.';
COMMENT ON COLUMN core.fingerprints.text_id IS 'The text.';
