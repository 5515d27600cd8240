-- The bodies of these texts go; their facts, copies and stories stay. The marts read their
-- articles again, and then keep neither their words nor their passages.
WITH to_read_again AS (
    UPDATE core.summarized_articles SET made_by = 'text removed'
    WHERE article_id IN (
        SELECT article_id FROM core.article_versions WHERE text_id = ANY (%(text_ids)s))
)
UPDATE core.texts SET body = '', removed_at = now()
WHERE text_id = ANY (%(text_ids)s) AND removed_at IS NULL
