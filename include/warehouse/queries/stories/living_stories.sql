-- Those of some stories that have texts.
SELECT story_id FROM core.stories
WHERE story_id = ANY (%(story_ids)s)
  AND EXISTS (SELECT FROM core.grouped_texts WHERE grouped_texts.story_id = stories.story_id)
