-- Texts that are independent no more, or that no article carries: (terms) of those that were
-- grouped. What stood beside them is to be placed again; a story of which nothing is left is
-- empty from now on, and keeps its name.
WITH gone AS (
    DELETE FROM core.grouped_texts WHERE text_id = ANY (%(text_ids)s)
    RETURNING text_id, terms, story_id
), left_behind AS (
    UPDATE core.grouped_texts SET placed_among = NULL
    WHERE story_id IN (SELECT story_id FROM gone) AND text_id <> ALL (%(text_ids)s)
), emptied AS (
    UPDATE core.stories SET size = 0, continues = NULL, continues_score = NULL, updated_at = now()
    WHERE story_id IN (SELECT story_id FROM gone)
      AND NOT EXISTS (
        SELECT FROM core.grouped_texts AS others
        WHERE others.story_id = stories.story_id AND others.text_id <> ALL (%(text_ids)s)
      )
)
SELECT terms FROM gone
