-- What changed since one last asked.
CREATE VIEW mart.changes AS
SELECT changes.number,
       changes.kind,
       changes.recorded_at,
       changes.article_id,
       articles.canonical_url AS url,
       coalesce(publishers.name, of_publisher.name) AS publisher,
       changes.version_id,
       changes.story_id,
       changes.old_story_id,
       changes.entity_id,
       changes.old_entity_id
FROM core.changes
LEFT JOIN core.articles USING (article_id)
LEFT JOIN core.publishers ON publishers.publisher_id = articles.publisher_id
LEFT JOIN core.publishers AS of_publisher ON of_publisher.publisher_id = changes.publisher_id
WHERE changes.number IS NOT NULL;
COMMENT ON VIEW mart.changes IS 'One row a change, numbered 1, 2, 3, … in an order that later changes only add to. Keep the last number you read and ask mart.changes_since(number).';
COMMENT ON COLUMN mart.changes.number IS 'Number of the change: the cursor.';
COMMENT ON COLUMN mart.changes.kind IS 'new, edited, recleaned (read by other rules), restated (the same words with other dates, authors or particulars), withdrawn, back, text_removed, facts (extracted anew), copy, story_joined, story_moved, story_left, story_renamed, story_ended, entity or publisher.';
COMMENT ON COLUMN mart.changes.recorded_at IS 'When its transaction began: not always in the order of number.';
COMMENT ON COLUMN mart.changes.article_id IS 'The article, where it is about one.';
COMMENT ON COLUMN mart.changes.url IS 'Its canonical URL.';
COMMENT ON COLUMN mart.changes.publisher IS 'Its publisher, or the one that changed.';
COMMENT ON COLUMN mart.changes.version_id IS 'The version that new, edited and recleaned brought, or that was restated.';
COMMENT ON COLUMN mart.changes.story_id IS 'The story, now.';
COMMENT ON COLUMN mart.changes.old_story_id IS 'The story before.';
COMMENT ON COLUMN mart.changes.entity_id IS 'Of kind entity: what the name stands for now.';
COMMENT ON COLUMN mart.changes.old_entity_id IS 'Of kind entity: the name.';

CREATE FUNCTION mart.changes_since(since bigint, most integer DEFAULT 10000)
RETURNS SETOF mart.changes
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known ops.change_numbers;
BEGIN
    IF current_setting('transaction_read_only')::boolean THEN
        SELECT last_number FROM ops.change_numbers INTO known.last_number;
    ELSE
        known.last_number := ops.number_changes();
    END IF;
    SELECT dropped_through FROM ops.change_numbers INTO known.dropped_through;
    IF since < known.dropped_through THEN
        RAISE EXCEPTION 'changes up to % are no longer kept', known.dropped_through
            USING HINT = format('Read the tables or an export anew, then ask from %s on.', known.last_number);
    ELSIF since > known.last_number THEN
        RAISE EXCEPTION 'there is no change %: the last is %', since, known.last_number
            USING HINT = 'The number is of another warehouse, or of one restored to an earlier state.';
    END IF;
    RETURN QUERY SELECT * FROM mart.changes WHERE number > since ORDER BY number LIMIT most;
END $$;
COMMENT ON FUNCTION mart.changes_since IS 'The changes after number since, at most so many; 0 begins. None is ever missed: a change appears once no transaction still at work can add one before it. Example: SELECT number, kind, url FROM mart.changes_since(0, most => 100)';
