-- Stories of a time that share a heavy term with some articles, with their profiles.
WITH near AS (
    SELECT DISTINCT found.story_id
    FROM unnest(%(terms)s::text[]) AS wanted (term)
    CROSS JOIN LATERAL (
        SELECT story_terms.story_id
        FROM core.story_terms
        JOIN core.stories USING (story_id)
        WHERE story_terms.term = wanted.term
          AND stories.last_published_at >= %(since)s AND stories.first_published_at <= %(until)s
        ORDER BY story_terms.weight DESC
        LIMIT 100
    ) AS found
)
SELECT stories.story_id, stories.size, stories.cohesion, stories.first_published_at,
       stories.last_published_at,
       (SELECT json_object_agg(term, weight) FROM core.story_terms
        WHERE story_terms.story_id = stories.story_id) AS terms
FROM near
JOIN core.stories USING (story_id)
ORDER BY stories.story_id
