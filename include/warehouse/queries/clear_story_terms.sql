-- The terms of some stories go, to be written anew.
DELETE FROM core.story_terms WHERE story_id = ANY (%(story_ids)s)
