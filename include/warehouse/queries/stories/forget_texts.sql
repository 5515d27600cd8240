-- Texts that are independent no more, or that no article carries: (terms) of those that were
-- grouped. What stood beside them is to be placed again.
WITH gone AS (
    DELETE FROM core.grouped_texts WHERE text_id = ANY (%(text_ids)s)
    RETURNING text_id, terms, story_id
), left_behind AS (
    UPDATE core.grouped_texts SET placed_among = NULL
    WHERE story_id IN (SELECT story_id FROM gone) AND text_id <> ALL (%(text_ids)s)
)
SELECT terms FROM gone
