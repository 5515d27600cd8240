-- The bodies of these texts go, and all that repeats their words: what the marts keep of them,
-- what copies have of them. Facts, copies and stories stay. The marts read the articles again.
WITH articles AS (
    SELECT DISTINCT article_id FROM core.article_versions WHERE text_id = ANY (%(text_ids)s)
), to_read_again AS (
    UPDATE core.summarized_articles SET made_by = 'text removed'
    WHERE article_id IN (SELECT article_id FROM articles)
), passages AS (
    DELETE FROM core.edit_changes USING core.article_versions AS versions
    WHERE versions.version_id = edit_changes.version_id AND what = 'passage'
      AND versions.article_id IN (SELECT article_id FROM articles)
), words AS (
    UPDATE core.searchable SET document = ts_filter(document, '{a}')  -- headlines stay
    FROM core.articles AS now_standing
    JOIN core.article_versions AS versions USING (version_id)
    WHERE now_standing.article_id = searchable.article_id
      AND versions.text_id = ANY (%(text_ids)s)
), of_copies AS (
    UPDATE core.copy_changes SET
        added = CASE WHEN text_id = ANY (%(text_ids)s) THEN '{}' ELSE added END,
        cut = CASE WHEN original_id = ANY (%(text_ids)s) THEN '{}' ELSE cut END
    WHERE text_id = ANY (%(text_ids)s) OR original_id = ANY (%(text_ids)s)
)
UPDATE core.texts SET body = '', removed_at = now()
WHERE text_id = ANY (%(text_ids)s) AND removed_at IS NULL
