-- Why: a story whose articles all have other words now kept its size, and looked like an orphan in every later run.
-- Safe because: only stories that no text is in any more are set to none; their names and events stay.
-- Undo: UPDATE core.stories SET size = 1 WHERE size = 0 AND merged_into IS NULL;

UPDATE core.stories SET size = 0, continues = NULL, continues_score = NULL, updated_at = now()
WHERE size > 0
  AND NOT EXISTS (SELECT FROM core.grouped_texts WHERE grouped_texts.story_id = stories.story_id);
COMMENT ON COLUMN core.stories.size IS 'Independent texts it was grouped from; 0 where all of them are elsewhere, or no article has them any more.';
