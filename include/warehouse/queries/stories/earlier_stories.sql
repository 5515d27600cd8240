-- Stories of the month before some moment that share the most of some terms, the last first:
-- (story_id, cohesion).
SELECT found.story_id, stories.cohesion
FROM (
    SELECT texts.story_id, count(DISTINCT near.term) AS terms, max(near.published_at) AS last
    FROM unnest(%(terms)s::text[]) AS wanted (term)
    CROSS JOIN LATERAL (
        SELECT others.term, others.text_id, others.published_at FROM core.text_terms AS others
        WHERE others.term = wanted.term
          AND others.published_at BETWEEN %(before)s - interval '30 days' AND %(before)s
        ORDER BY others.published_at DESC, others.text_id
        LIMIT 60
    ) AS near
    JOIN core.grouped_texts AS texts USING (text_id)
    WHERE texts.story_id <> ALL (%(but)s)
    GROUP BY texts.story_id
    ORDER BY terms DESC, last DESC, texts.story_id
    LIMIT 8
) AS found
JOIN core.stories USING (story_id)
