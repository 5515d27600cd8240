-- Rows (text_id, story_id, opens_story, score, is_linked): where texts are now. One whose links
-- wait to be made stays due.
UPDATE core.grouped_texts SET
    story_id = placed.story_id,
    opens_story = placed.opens_story,
    score = placed.score,
    placed_among = CASE WHEN placed.is_linked THEN counts.texts ELSE grouped_texts.placed_among END
FROM (VALUES %s) AS placed (text_id, story_id, opens_story, score, is_linked),
     core.term_counts AS counts
WHERE grouped_texts.text_id = placed.text_id AND counts.term = ''
