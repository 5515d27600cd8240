-- Some texts with all that links lead to from them, the nearest first, and all texts of their
-- stories.
WITH RECURSIVE reached AS (
    SELECT unnest(%(text_ids)s::bigint[]) AS text_id
    UNION
    SELECT links.other_id FROM reached JOIN core.text_links AS links USING (text_id)
), near AS (
    SELECT text_id FROM reached LIMIT %(most)s
)
SELECT text_id FROM near
UNION
SELECT mates.text_id
FROM core.grouped_texts AS mates
WHERE mates.story_id IN (
    SELECT grouped_texts.story_id FROM core.grouped_texts JOIN near USING (text_id)
)
