-- Rows (story_id, merged_into): stories whose texts are all elsewhere.
UPDATE core.stories SET
    merged_into = gone.merged_into, continues = NULL, continues_score = NULL, size = 0,
    updated_at = now()
FROM (VALUES %s) AS gone (story_id, merged_into)
WHERE stories.story_id = gone.story_id
