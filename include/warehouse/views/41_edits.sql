-- What changed from one version of an article to the next.
CREATE VIEW mart.edits AS
SELECT articles.article_id,
       publishers.name AS publisher,
       later.number AS version,
       earlier.title AS old_title,
       later.title AS new_title,
       earlier.title <> later.title AS is_title_changed,
       earlier.text_id <> later.text_id AS is_text_changed,
       old_texts.words AS old_words,
       new_texts.words AS new_words,
       earlier.fetched_at AS last_seen_old_at,
       later.fetched_at AS first_seen_new_at,
       articles.canonical_url AS url,
       earlier.text_id AS old_text_id,
       later.text_id AS new_text_id
FROM core.article_versions AS later
JOIN core.article_versions AS earlier
    ON earlier.article_id = later.article_id AND earlier.number = later.number - 1
JOIN core.articles ON articles.article_id = later.article_id
JOIN core.publishers USING (publisher_id)
JOIN core.texts AS old_texts ON old_texts.text_id = earlier.text_id
JOIN core.texts AS new_texts ON new_texts.text_id = later.text_id
-- The same bytes cleaned by other rules are a version, but no edit.
WHERE later.page_sha256 <> earlier.page_sha256;
COMMENT ON VIEW mart.edits IS 'One row a change of an article.';
COMMENT ON COLUMN mart.edits.article_id IS 'Number of the article.';
COMMENT ON COLUMN mart.edits.publisher IS 'Who published it.';
COMMENT ON COLUMN mart.edits.version IS 'The later version.';
COMMENT ON COLUMN mart.edits.old_title IS 'Headline before.';
COMMENT ON COLUMN mart.edits.new_title IS 'Headline after.';
COMMENT ON COLUMN mart.edits.is_title_changed IS 'Whether the headline changed.';
COMMENT ON COLUMN mart.edits.is_text_changed IS 'Whether the text changed.';
COMMENT ON COLUMN mart.edits.old_words IS 'Words before.';
COMMENT ON COLUMN mart.edits.new_words IS 'Words after.';
COMMENT ON COLUMN mart.edits.last_seen_old_at IS 'When the earlier version was first fetched.';
COMMENT ON COLUMN mart.edits.first_seen_new_at IS 'When the later version was first fetched.';
COMMENT ON COLUMN mart.edits.url IS 'Canonical URL.';
COMMENT ON COLUMN mart.edits.old_text_id IS 'Text before.';
COMMENT ON COLUMN mart.edits.new_text_id IS 'Text after.';
