-- Rows (story_id, continues, continues_score): which story each continues, null for none.
UPDATE core.stories SET continues = found.continues, continues_score = found.continues_score
FROM (VALUES %s) AS found (story_id, continues, continues_score)
WHERE stories.story_id = found.story_id
  AND (stories.continues, stories.continues_score) IS DISTINCT FROM (found.continues, found.continues_score)
