-- Profiles of stories.
SELECT stories.story_id, stories.size, stories.cohesion, stories.first_published_at,
       stories.last_published_at,
       (SELECT json_object_agg(term, weight) FROM core.story_terms
        WHERE story_terms.story_id = stories.story_id) AS terms
FROM core.stories
WHERE story_id = ANY (%(story_ids)s)
ORDER BY story_id
